/** Whether a package manager put a file where it is. Packages of a workspace are linked, and really stand elsewhere. */
export function isInstalled(file: string): boolean {
  return /[\\/]node_modules[\\/]/.test(file);
}

/**
 * The package that an installed file belongs to, by its path. `undefined` where the path does not tell: Yarn keeps
 * packages in folders such as `node_modules/.store/zod-npm-4.1.0-a37f4b/package`.
 */
export function installedPackage(file: string): string | undefined {
  const name = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file)?.[1];
  return name?.startsWith(".") === true ? undefined : name?.replace("\\", "/");
}
