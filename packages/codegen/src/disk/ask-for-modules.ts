import { createRequire, isBuiltin } from "node:module";
import { dirname, extname, isAbsolute, join, resolve } from "node:path";

import type { Disk } from "./disk.js";

/**
 * Asks for a module and all that it imports, since what is configured by code depends on all of it. Gives up on what
 * does more than compute, or imports what cannot be told from the text.
 */
export function askForModules(file: string, disk: Disk): void {
  askForModule(file, { disk, seen: new Set() });
}

/** Asks for what a file imports by a specifier, and for all that this imports. */
export function askForImport(specifier: string, file: string, disk: Disk): void {
  followImport(specifier, file, { disk, seen: new Set() });
}

/** Asks for the manifest of an installed package, which tells the version and where the package has its code. */
export function askForPackage(name: string, folder: string, disk: Disk): void {
  const parent = dirname(folder);
  if (
    disk.readText(join(folder, "node_modules", name, "package.json")) === undefined &&
    parent !== folder
  ) {
    askForPackage(name, parent, disk);
  }
}

interface Asking {
  readonly disk: Disk;
  readonly seen: Set<string>;
}

function askForModule(file: string, asking: Asking): void {
  const { disk, seen } = asking;
  if (seen.has(file)) {
    return;
  }
  seen.add(file);
  const text = disk.readText(file) ?? "";
  if (extname(file) === ".json") {
    return;
  }
  if (unfathomable.test(text)) {
    disk.giveUp(`${file} may depend on anything`);
  }
  for (const [, specifier = ""] of text.matchAll(specifiers)) {
    followImport(specifier, file, asking);
  }
}

function followImport(specifier: string, file: string, asking: Asking): void {
  const { disk } = asking;
  // Ours is asked for as the generator itself.
  if (isBuiltin(specifier) || specifier === "restate-codegen") {
    return;
  }
  const isPath = /^\.{1,2}\//.test(specifier) || isAbsolute(specifier);
  const target = isPath
    ? findModule(resolve(dirname(file), specifier), disk)
    : findInstalled(specifier, file, disk);
  if (target === undefined) {
    disk.giveUp(`${specifier}, which ${file} imports, was not found`);
  } else {
    askForModule(target, asking);
  }
}

/** What is imported or required by a literal. A comment that looks alike does no harm. */
const specifiers =
  /(?:\bfrom|\bimport|\brequire(?:\.resolve)?\s*\(|\bimport\s*\()\s*["']([^"']+)["']/g;

/** Names by which code gets at more than its imports, and imports whose module is only known when they run. */
const unfathomable =
  /\b(?:process|globalThis|eval|Function|Date|fetch|crypto|require\.cache|createRequire)\b|Math\.random|\b(?:import|require)\s*\((?!\s*["'][^"']*["']\s*\))|["'](?:node:)?(?:fs|os|child_process|module|worker_threads|vm|net|http|https)(?:\/promises)?["']/;

/** A file, or one with an extension added or exchanged, as bundlers and TypeScript allow. */
function findModule(path: string, disk: Disk): string | undefined {
  const base = path.replace(/\.([cm]?)js$/, ".$1ts");
  const candidates = [
    path,
    base,
    ...extensions.flatMap((extension) => [path + extension, join(path, `index${extension}`)]),
  ];
  return candidates.find(disk.isFile);
}

const extensions = [".js", ".ts", ".mjs", ".mts", ".cjs", ".cts", ".json"];

function findInstalled(specifier: string, from: string, disk: Disk): string | undefined {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  askForPackage(name, dirname(from), disk);
  try {
    const found = createRequire(from).resolve(specifier);
    return isAbsolute(found) ? found : undefined;
  } catch {
    return undefined;
  }
}
