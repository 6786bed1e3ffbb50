import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** One file below a folder of the repository. */
export interface SourceFile {
  /** Relative to the folder that was asked for, with forward slashes. */
  readonly path: string;
  /** The whole text. */
  readonly text: string;
}

/** Reads every TypeScript file below a folder of the repository, sorted by path. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(join(root, folder), file).split(sep).join("/"),
      text: readFileSync(file, "utf8"),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether a file is a test, which may import more than the code beside it. */
export function isTest({ path }: SourceFile): boolean {
  return /\.test(-d)?\.ts$/.test(path);
}
