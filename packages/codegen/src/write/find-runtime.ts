import { dirname, join } from "node:path";

import type { Disk } from "../disk/disk.js";

/** Whether modules in the folder, which need not exist yet, can import the runtime. */
export function findsRuntime(folder: string, runtime: string, disk: Disk): boolean {
  // Plug'n'Play has no folders to look into.
  if ("pnp" in process.versions || disk.isFolder(join(folder, "node_modules", runtime))) {
    return true;
  }
  const parent = dirname(folder);
  return parent !== folder && findsRuntime(parent, runtime, disk);
}
