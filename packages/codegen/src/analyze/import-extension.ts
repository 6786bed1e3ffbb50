import { ts } from "ts-morph";

import type { Disk } from "../disk/disk.js";
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
 * By the tsconfig that is about the folder: `.ts` where that is allowed, none for bundlers and node10, `.js` for Node's
 * own rules and where there is no tsconfig.
 */
function extensionIn(folder: string, disk: Disk): ".js" | ".ts" | "" {
  const options = compilerOptionsFor(folder, disk);
  if (!options) {
    return ".js";
  }
  const { allowImportingTsExtensions, rewriteRelativeImportExtensions } = options;
  if (allowImportingTsExtensions === true || rewriteRelativeImportExtensions === true) {
    return ".ts";
  }
  return needsExtension(options) ? ".js" : "";
}

function needsExtension({ module, moduleResolution }: ts.CompilerOptions): boolean {
  if (moduleResolution !== undefined) {
    return (
      moduleResolution === ts.ModuleResolutionKind.Node16 ||
      moduleResolution === ts.ModuleResolutionKind.NodeNext
    );
  }
  return module !== undefined && module >= ts.ModuleKind.Node16 && module <= ts.ModuleKind.NodeNext;
}
