import {
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from "node:fs";
import { join } from "node:path";

import type { Disk, Entry } from "./disk.js";

/** The disk itself; remembers nothing. */
export const realDisk: Disk = {
  readText: (path) => ifThere(() => readFileSync(path, "utf8")),
  isFile: (path) => statOf(path)?.isFile() ?? false,
  isFolder: (path) => statOf(path)?.isDirectory() ?? false,
  list: (path, files) =>
    (ifThere(() => readdirSync(path, { withFileTypes: true })) ?? [])
      .map((entry) => describe(path, entry))
      .filter(({ name, kind }) => kind === "folder" || files.test(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  realPath: (path) => ifThere(() => realpathSync(path)) ?? path,
  giveUp: () => undefined,
};

function describe(folder: string, entry: Dirent): Entry {
  const isLink = entry.isSymbolicLink();
  const found = isLink ? statOf(join(folder, entry.name)) : entry;
  const kind = found?.isFile() ? "file" : found?.isDirectory() ? "folder" : "other";
  return { name: entry.name, kind, isLink };
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // Such as a link that leads to itself, or what may not be looked at: as good as nothing.
    return undefined;
  }
}

function ifThere<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && "code" in error && absent.test(String(error.code))) {
      return undefined;
    }
    throw error;
  }
}

const absent = /^(?:ENOENT|ENOTDIR|EISDIR|ELOOP)$/;
