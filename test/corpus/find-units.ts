import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

import ts from "typescript";

import { isSdk } from "./sdk-names.js";

/** One tsconfig of a project, and the files of it that use the SDK. */
export interface Unit {
  /** Absolute path of the tsconfig. */
  readonly tsconfig: string;
  /** `examples/typescript/basics`, for people. */
  readonly label: string;
  /** Absolute. Those that a nested unit has too are left to that one. */
  readonly files: readonly string[];
}

/** Finds the units of a folder of projects that import the Restate SDK. */
export function findUnits(folder: string): readonly Unit[] {
  const found = tsconfigsIn(folder).flatMap((tsconfig) =>
    configsOf(tsconfig).map((path) => ({ tsconfig: path, files: sdkFiles(path) })),
  );
  // The deepest folder first, so that a tsconfig at the top does not claim the files of its packages.
  const taken = new Set<string>();
  return found
    .sort((a, b) => depth(b.tsconfig) - depth(a.tsconfig) || (a.tsconfig < b.tsconfig ? -1 : 1))
    .map(({ tsconfig, files }) => {
      const own = files.filter((file) => !taken.has(file));
      own.forEach((file) => taken.add(file));
      return { tsconfig, files: own, label: labelOf(tsconfig, folder) };
    })
    .filter(({ files }) => files.length > 0)
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

function tsconfigsIn(folder: string): readonly string[] {
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$|dist$)/.test(entry.name))
    .flatMap(({ name }) => tsconfigsIn(join(folder, name)));
  const own = join(folder, "tsconfig.json");
  return existsSync(own) ? [own, ...below] : below;
}

/** The tsconfig itself, or, where it only refers to others, those. */
function configsOf(path: string): readonly string[] {
  const config = parseConfig(path);
  const others = (config.projectReferences ?? [])
    .map((one) => (one.path.endsWith(".json") ? one.path : join(one.path, "tsconfig.json")))
    .filter((one) => dirname(one) === dirname(path) && existsSync(one));
  return config.fileNames.length > 0 ? [path] : others;
}

/** Reads a tsconfig as `tsc` does; what is wrong with it is the project's own affair. */
export function parseConfig(path: string): ts.ParsedCommandLine {
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as {
    config?: unknown;
  };
  return ts.parseJsonConfigFileContent(config ?? {}, ts.sys, dirname(path), undefined, path);
}

function sdkFiles(tsconfig: string): readonly string[] {
  return parseConfig(tsconfig).fileNames.filter((file) => {
    const text =
      file.includes("/node_modules/") || file.endsWith(".d.ts") ? "" : ts.sys.readFile(file);
    return (
      text?.includes("@restatedev/") &&
      ts.preProcessFile(text).importedFiles.some((one) => isSdk(one.fileName))
    );
  });
}

function depth(path: string): number {
  return path.split(sep).length;
}

function labelOf(tsconfig: string, folder: string): string {
  const path = tsconfig.endsWith(`${sep}tsconfig.json`) ? dirname(tsconfig) : tsconfig;
  return relative(folder, path).split(sep).join("/") || ".";
}
