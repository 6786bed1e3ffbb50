import { dirname } from "node:path";

import { ts } from "ts-morph";

import type { Disk } from "../disk/disk.js";
import { parseCompilerOptions } from "./parse-config.js";
import { withPackages } from "./plug-n-play.js";

/**
 * How relative imports must end in a folder, by the tsconfig nearest to it: `.ts` where that is allowed, none for
 * bundlers and node10, `.js` for Node's own rules and where there is no tsconfig.
 */
export function importExtension(folder: string, disk: Disk): ".js" | ".ts" | "" {
  const path = ts.findConfigFile(folder, disk.isFile);
  if (path === undefined) {
    return ".js";
  }
  const options = parseCompilerOptions(path, withPackages(disk, dirname(path)));
  if (options.allowImportingTsExtensions ?? options.rewriteRelativeImportExtensions) {
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
