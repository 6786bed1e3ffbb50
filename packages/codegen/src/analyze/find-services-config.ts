import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { parseConfig } from "./parse-config.js";

/** A tsconfig and the first file of it that uses the SDK; absolute paths. */
export interface ServicesConfig {
  readonly config: string;
  readonly file: string;
}

/** Looks among what a tsconfig refers to, and what is beside and below it, for one that includes services. */
export function findServicesConfig(tsconfig: string): ServicesConfig | undefined {
  const folder = dirname(tsconfig);
  const candidates = [...referencesOf(tsconfig), ...configsIn(folder), ...configsBelow(folder)];
  for (const config of new Set(candidates)) {
    const files = config === tsconfig ? [] : (parseConfig(config).config?.fileNames ?? []);
    const file = files.find(usesSdk);
    if (file !== undefined) {
      return { config, file };
    }
  }
  return undefined;
}

function referencesOf(tsconfig: string): readonly string[] {
  const references = parseConfig(tsconfig).config?.projectReferences ?? [];
  return references
    .map(({ path }) => (path.endsWith(".json") ? path : join(path, "tsconfig.json")))
    .filter((path) => existsSync(path));
}

function configsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^tsconfig.*\.json$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Those of the packages of a workspace: one or two folders down. */
function configsBelow(folder: string, depth = 2): readonly string[] {
  if (depth === 0) {
    return [];
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name))
    .map(({ name }) => join(folder, name))
    .sort()
    .flatMap((child) => [...configsIn(child), ...configsBelow(child, depth - 1)]);
}

function usesSdk(file: string): boolean {
  return !file.endsWith(".d.ts") && readFileSync(file, "utf8").includes("@restatedev/restate-sdk");
}
