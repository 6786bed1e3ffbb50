import { ts } from "ts-morph";

import type { Disk } from "../disk/disk.js";
import { compilerOptionsFor } from "./compiler-options-for.js";

/**
 * How relative imports must end in a folder, by the tsconfig that is about it: `.ts` where that is allowed, none for
 * bundlers and node10, `.js` for Node's own rules and where there is no tsconfig.
 */
export function importExtension(folder: string, disk: Disk): ".js" | ".ts" | "" {
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
