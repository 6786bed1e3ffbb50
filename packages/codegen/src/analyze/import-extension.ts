import { join } from "node:path";

import { ts } from "ts-morph";

import type { Disk } from "../disk/disk.js";
import { foldersAbove } from "../paths/folders-above.js";
import { compilerOptionsFor } from "./compiler-options-for.js";

/** What decides how relative imports end. */
export interface ExtensionOptions {
  /** The folder of the clients, absolute. */
  readonly out: string;
  readonly emit: "ts" | "js";
  /** What the user says. */
  readonly importExtension: "auto" | "js" | "ts" | "none";
}

/** How relative imports between the clients end: as the user says, or as the project around them wants it. */
export function importExtension(
  { out, emit, importExtension: wanted }: ExtensionOptions,
  disk: Disk,
): ".js" | ".ts" | "" {
  if (emit === "js") {
    return ".js";
  }
  return wanted === "auto" ? extensionIn(out, disk) : wanted === "none" ? "" : `.${wanted}`;
}

/**
 * `.ts` for Deno. Else by the tsconfig that is about the folder: `.ts` where that is allowed, `.js` for ES modules by
 * Node's own rules and where there is no tsconfig, else none.
 */
function extensionIn(folder: string, disk: Disk): ".js" | ".ts" | "" {
  if (isForDeno(folder, disk)) {
    return ".ts";
  }
  const options = compilerOptionsFor(folder, disk);
  if (!options) {
    return ".js";
  }
  const { allowImportingTsExtensions, rewriteRelativeImportExtensions } = options;
  if (allowImportingTsExtensions === true || rewriteRelativeImportExtensions === true) {
    return ".ts";
  }
  // In CommonJS both compile, but jest and ts-node find no `.ts` file by the name of a `.js` file.
  return isByNodesRules(options) && isEsModule(folder, options, disk) ? ".js" : "";
}

/** Whether the folder is in a package of Deno's, which finds a module by nothing but the name of its file. */
function isForDeno(folder: string, disk: Disk): boolean {
  const isIn = (one: string) => (name: string) => disk.isFile(join(one, name));
  const home = foldersAbove(folder).find((one) => [...denoConfigs, "package.json"].some(isIn(one)));
  return home !== undefined && denoConfigs.some(isIn(home));
}

const denoConfigs = ["deno.json", "deno.jsonc"];

function isByNodesRules({ module, moduleResolution }: ts.CompilerOptions): boolean {
  if (moduleResolution !== undefined) {
    return (
      moduleResolution === ts.ModuleResolutionKind.Node16 ||
      moduleResolution === ts.ModuleResolutionKind.NodeNext
    );
  }
  return module !== undefined && module >= ts.ModuleKind.Node16 && module <= ts.ModuleKind.NodeNext;
}

function isEsModule(folder: string, options: ts.CompilerOptions, disk: Disk): boolean {
  const host = { fileExists: disk.isFile, readFile: disk.readText };
  const format = ts.getImpliedNodeFormatForFile(join(folder, "a.ts"), undefined, host, options);
  return format === ts.ModuleKind.ESNext;
}
