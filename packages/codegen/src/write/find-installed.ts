import { dirname, join } from "node:path";

import type { Disk } from "../disk/disk.js";

/** A package that modules in a folder can import. */
export interface InstalledPackage {
  /** Absent where nothing tells. */
  readonly version?: string;
}

/** Finds the package that modules in the folder, which need not exist yet, would import; undefined if there is none. */
export function findInstalled(
  folder: string,
  name: string,
  disk: Disk,
): InstalledPackage | undefined {
  if ("pnp" in process.versions) {
    // Plug'n'Play has no folders to look into.
    return {};
  }
  const manifest = disk.readText(join(folder, "node_modules", name, "package.json"));
  if (manifest !== undefined) {
    return readVersion(manifest);
  }
  const parent = dirname(folder);
  return parent === folder ? undefined : findInstalled(parent, name, disk);
}

function readVersion(manifest: string): InstalledPackage {
  const version = /"version"\s*:\s*"([^"]*)"/.exec(manifest)?.[1];
  return version === undefined ? {} : { version };
}
