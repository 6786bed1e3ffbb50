import type { Disk } from "../disk/disk.js";
import { readManifest } from "../disk/read-manifest.js";
import { foldersAbove } from "../paths/folders-above.js";

/** What Node and TypeScript take a `.js` file for. */
export type ModuleFormat = "esm" | "commonjs";

/**
 * What a `.js` file in the folder is, by the nearest `package.json`: CommonJS where that says nothing else, and where
 * there is none.
 */
export function findModuleFormat(folder: string, disk: Disk): ModuleFormat {
  const manifests = foldersAbove(folder).map((one) => readManifest(one, disk));
  const nearest = manifests.find((manifest) => manifest !== undefined);
  return nearest?.["type"] === "module" ? "esm" : "commonjs";
}
