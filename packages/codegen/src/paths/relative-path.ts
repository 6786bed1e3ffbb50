import * as platform from "node:path";

/** How paths are written: Node's own `path`, `path.posix` or `path.win32`. */
export type PathStyle = Pick<typeof platform, "relative" | "sep" | "isAbsolute">;

/**
 * A path as seen from a folder, with `/` on every platform, and `.` for the folder itself. Both are absolute. On
 * another drive of Windows there is no way from one to the other, and the path stays absolute.
 */
export function relativePath(
  path: string,
  folder: string,
  { relative, sep }: PathStyle = platform,
): string {
  return relative(folder, path).split(sep).join("/") || ".";
}

/** Whether a path leads to something inside a folder. The folder is not inside itself. */
export function isInside(path: string, folder: string, style: PathStyle = platform): boolean {
  const way = relativePath(path, folder, style);
  return way !== "." && !/^\.\.(?:\/|$)/.test(way) && !style.isAbsolute(way);
}

/** A path as an import has to say it: without a dot and a slash in front it would name a package. */
export function importPath(path: string): string {
  return /^\.\.?(?:\/|$)/.test(path) ? path : `./${path}`;
}
