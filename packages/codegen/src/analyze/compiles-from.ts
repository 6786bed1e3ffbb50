import type { Disk } from "../disk/disk.js";
import { isInside } from "../paths/relative-path.js";
import { parseConfigAnyway } from "./parse-config.js";

/** Which new files of a folder a tsconfig would take in by itself: none, those of TypeScript, or of JavaScript, too. */
export function compilesFrom(folder: string, tsconfig: string, disk: Disk): "none" | "ts" | "js" {
  const { options, wildcardDirectories = {} } = parseConfigAnyway(tsconfig, disk);
  const isTaken = Object.keys(wildcardDirectories).some(
    // Where letters do not count, these are in lower case.
    (one) => one === folder.toLowerCase() || one === folder || isInside(folder, one),
  );
  return isTaken ? (options.allowJs ? "js" : "ts") : "none";
}
