import { mkdir, mkdtemp, readdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import type { WantedFile } from "./compare-files.js";
import { unless } from "./file-system.js";
import { isRunning } from "./is-running.js";

/** Copies of files, for a tool that changes files on the disk. */
export interface Copies {
  /** Where they are, absolute. */
  readonly folder: string;
  /** Reads them as they are now. */
  readonly read: () => Promise<readonly WantedFile[]>;
  /** Removes them, and the folders that were made for them. */
  readonly remove: () => Promise<void>;
}

/**
 * Writes files into a folder of their own inside the output folder, where a tool finds the configuration that counts
 * for the files themselves. What a killed run left there is removed.
 */
export async function makeCopies(folder: string, files: readonly WantedFile[]): Promise<Copies> {
  const firstMade = await mkdir(folder, { recursive: true });
  await clearAway(folder);
  const staged = await mkdtemp(join(folder, `${prefix}${String(process.pid)}-`));
  const remove = async () => {
    await rm(staged, { recursive: true, force: true });
    if (firstMade !== undefined) {
      await removeEmpty(folder, firstMade);
    }
  };
  try {
    await Promise.all(files.map(({ path, text }) => writeFile(join(staged, path), text)));
  } catch (error) {
    await remove();
    throw error;
  }
  const readCopy = async ({ path }: WantedFile) => ({
    path,
    text: await readFile(join(staged, path), "utf8"),
  });
  return { folder: staged, read: () => Promise.all(files.map(readCopy)), remove };
}

/** Behind it stands the process, since several may have copies at once. */
const prefix = ".restate-codegen-format-";

async function clearAway(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length)) : NaN;
    if (!Number.isNaN(owner) && !isRunning(owner)) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}

/** Removes a folder and those that it is in, up to the last one, as far as nothing else is in them. */
async function removeEmpty(folder: string, last: string): Promise<void> {
  const removed = await unless(/^(?:ENOTEMPTY|EEXIST|ENOENT)$/, () => rmdir(folder));
  if (removed && folder !== last) {
    await removeEmpty(dirname(folder), last);
  }
}
