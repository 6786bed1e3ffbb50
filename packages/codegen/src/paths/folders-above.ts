import { dirname } from "node:path";

/** A folder, which need not exist, and all that it is in, the nearest first. */
export function foldersAbove(folder: string): readonly string[] {
  const parent = dirname(folder);
  return [folder, ...(parent === folder ? [] : foldersAbove(parent))];
}
