import { dirname, join } from "node:path";

import type { Disk } from "../disk/disk.js";

/** The runtime that modules in a folder import. */
export interface FoundRuntime {
  /** Absent where nothing tells. */
  readonly version?: string;
}

/** Finds the runtime that modules in the folder, which need not exist yet, would import; undefined if there is none. */
export function findRuntime(folder: string, runtime: string, disk: Disk): FoundRuntime | undefined {
  if ("pnp" in process.versions) {
    // Plug'n'Play has no folders to look into.
    return {};
  }
  const manifest = disk.readText(join(folder, "node_modules", runtime, "package.json"));
  if (manifest !== undefined) {
    return readVersion(manifest);
  }
  const parent = dirname(folder);
  return parent === folder ? undefined : findRuntime(parent, runtime, disk);
}

function readVersion(manifest: string): FoundRuntime {
  const version = /"version"\s*:\s*"([^"]*)"/.exec(manifest)?.[1];
  return version === undefined ? {} : { version };
}
