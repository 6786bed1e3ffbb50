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
  return servicesConfigs(tsconfig, disk).next().value;
}

/**
 * The tsconfigs that include services: the one that is named, or else all around it. Where several include the same
 * services, as for a build and for an editor, it is the first of them.
 */
export function listServicesConfigs(tsconfig: string, disk: Disk): readonly string[] {
  if (usingFile(tsconfig, disk) !== undefined) {
    return [tsconfig];
  }
  const byFile = new Map<string, string>();
  for (const { file, config } of servicesConfigs(tsconfig, disk)) {
    byFile.set(file, byFile.get(file) ?? config);
  }
  return [...byFile.values()];
}

function* servicesConfigs(tsconfig: string, disk: Disk): Generator<ServicesConfig, undefined> {
  const folder = dirname(tsconfig);
  const candidates = new Set([
    ...referencesOf(tsconfig, disk),
    ...configsIn(folder, disk),
    ...configsBelow(folder, disk),
  ]);
  candidates.delete(tsconfig);
  for (const config of candidates) {
    const file = usingFile(config, disk);
    if (file !== undefined) {
      yield { config, file };
    }
  }
}

function usingFile(tsconfig: string, disk: Disk): string | undefined {
  const files = parseConfig(tsconfig, disk).config?.fileNames ?? [];
  return files.find((one) => usesSdk(one, disk));
}

function referencesOf(tsconfig: string, disk: Disk): readonly string[] {
  const references = parseConfig(tsconfig, disk).config?.projectReferences ?? [];
  return references
    .map(({ path }) => (path.endsWith(".json") ? path : join(path, "tsconfig.json")))
    .filter(disk.isFile);
}

/** Those of a folder, first the one that is meant where the folder is named. */
function configsIn(folder: string, disk: Disk): readonly string[] {
  const names = disk
    .list(folder, /^tsconfig.*\.json$/)
    .filter(({ kind }) => kind === "file")
    .map(({ name }) => name);
  const isMain = (name: string) => name === "tsconfig.json";
  return [...names.filter(isMain), ...names.filter((name) => !isMain(name))].map((name) =>
    join(folder, name),
  );
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
