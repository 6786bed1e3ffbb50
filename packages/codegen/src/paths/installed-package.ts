/** A package that a file belongs to because of the folder that it is in. */
export interface InstalledPackage {
  /** `@restatedev/restate-sdk` */
  readonly name: string;
  /** `node_modules/@restatedev/restate-sdk`, whatever folder that is in: package managers differ in it. */
  readonly folder: string;
}

/** The package that a file is installed as, by its path; `undefined` for sources and for linked packages. */
export function installedPackage(file: string): InstalledPackage | undefined {
  const name = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/
    .exec(file)?.[1]
    ?.replace("\\", "/");
  return name === undefined ? undefined : { name, folder: `node_modules/${name}` };
}
