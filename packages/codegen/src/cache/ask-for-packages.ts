import { dirname, join } from "node:path";

import type { Disk } from "../disk/disk.js";

/**
 * Asks for the package that a folder is in, and for what was installed there. Most of what can change by that is asked
 * for anyway, file by file; this sees the rest.
 */
export function askForPackages(folder: string, disk: Disk): void {
  disk.readText(join(folder, "package.json"));
  const locks = lockfiles.map((name) => disk.readText(join(folder, name)));
  const parent = dirname(folder);
  if (parent !== folder && locks.every((lock) => lock === undefined)) {
    askForPackages(parent, disk);
  }
}

const lockfiles = ["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"];
