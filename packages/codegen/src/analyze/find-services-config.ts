import { dirname, join } from "node:path";

import type { Disk } from "../disk/disk.js";
import { parseConfig } from "./parse-config.js";

/** A tsconfig and the first file of it that uses the SDK; absolute paths. */
export interface ServicesConfig {
  readonly config: string;
  readonly file: string;
}

/** Looks among what a tsconfig refers to, and what is beside and below it, for one that includes services. */
export function findServicesConfig(tsconfig: string, disk: Disk): ServicesConfig | undefined {
  const folder = dirname(tsconfig);
  const candidates = [
    ...referencesOf(tsconfig, disk),
    ...configsIn(folder, disk),
    ...configsBelow(folder, disk),
  ];
  for (const config of new Set(candidates)) {
    const files = config === tsconfig ? [] : (parseConfig(config, disk).config?.fileNames ?? []);
    const file = files.find((one) => usesSdk(one, disk));
    if (file !== undefined) {
      return { config, file };
    }
  }
  return undefined;
}

function referencesOf(tsconfig: string, disk: Disk): readonly string[] {
  const references = parseConfig(tsconfig, disk).config?.projectReferences ?? [];
  return references
    .map(({ path }) => (path.endsWith(".json") ? path : join(path, "tsconfig.json")))
    .filter(disk.isFile);
}

function configsIn(folder: string, disk: Disk): readonly string[] {
  return disk
    .list(folder, /^tsconfig.*\.json$/)
    .filter(({ kind }) => kind === "file")
    .map(({ name }) => join(folder, name));
}

/** Those of the packages of a workspace: one or two folders down. */
function configsBelow(folder: string, disk: Disk, depth = 2): readonly string[] {
  if (depth === 0) {
    return [];
  }
  return disk
    .list(folder, /^tsconfig.*\.json$/)
    .filter(
      ({ name, kind, isLink }) =>
        kind === "folder" && !isLink && !/^(?:\.|node_modules$)/.test(name),
    )
    .map(({ name }) => join(folder, name))
    .flatMap((child) => [...configsIn(child, disk), ...configsBelow(child, disk, depth - 1)]);
}

function usesSdk(file: string, disk: Disk): boolean {
  const isDeclaration = file.endsWith(".d.ts");
  return !isDeclaration && (disk.readText(file) ?? "").includes("@restatedev/restate-sdk");
}
