import { lstat, mkdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";

/** What the writer asks of the disk. A test gives one that is full, or forbids something. */
export interface FileSystem {
  /** Makes one folder; rejects with `EEXIST` if it is there. */
  readonly mkdir: (path: string) => Promise<unknown>;
  /** Makes a folder and those above it, if they are not there. */
  readonly mkdirs: (path: string) => Promise<unknown>;
  /** Reads a text. */
  readonly readFile: (path: string) => Promise<string>;
  /** Writes a text, over what is there. */
  readonly writeFile: (path: string, text: string) => Promise<unknown>;
  /** Moves a file or a folder in one step, over a file that is there. */
  readonly rename: (from: string, to: string) => Promise<unknown>;
  /** Removes a file, or a folder with all that is in it; none is fine. */
  readonly remove: (path: string) => Promise<unknown>;
  /** Removes a folder; rejects if something is in it. */
  readonly removeEmpty: (path: string) => Promise<unknown>;
  /** Tells what stands at a path, without following links. */
  readonly lstat: (path: string) => Promise<{ readonly mtimeMs: number; isFile(): boolean }>;
}

/** The real one. */
export const disk: FileSystem = {
  mkdir,
  mkdirs: (path) => mkdir(path, { recursive: true }),
  readFile: (path) => readFile(path, "utf8"),
  writeFile,
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
  removeEmpty: rmdir,
  lstat,
};

/** The code of an error of the system's, `ENOENT` say; undefined for any other, which is a bug. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

/** Does something that needs a file or a folder to be there; returns nothing where there is none. */
export async function ifThere<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T } | undefined> {
  return unless(/^(?:ENOENT|ENOTDIR)$/, work);
}

/** Does something, and returns nothing where the system answers with such a code. */
export async function unless<T>(
  code: RegExp,
  work: () => Promise<T>,
): Promise<{ readonly value: T } | undefined> {
  try {
    return { value: await work() };
  } catch (error) {
    if (code.test(systemCode(error) ?? "")) {
      return undefined;
    }
    throw error;
  }
}
