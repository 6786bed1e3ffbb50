/* eslint-disable @typescript-eslint/no-deprecated -- Version 5's defaults are what version 6 deprecates. */
import { dirname, join } from "node:path";

import { ts } from "ts-morph";

import type { Disk } from "../disk/disk.js";
import { readManifest } from "../disk/read-manifest.js";

/**
 * What a tsconfig leaves unset means what the *project's own* TypeScript makes of it. The compiler in here is version 6,
 * which changed several defaults, so for a project on version 5 the old ones are spelled out.
 * A project without TypeScript of its own gets those of version 6.
 */
export function compilerDefaults(
  options: ts.CompilerOptions,
  { root, disk }: { readonly root: string; readonly disk: Disk },
): ts.CompilerOptions {
  const version = typescriptVersion(root, disk);
  return version !== undefined && version < 6 ? { ...defaultsOfFive(options), ...options } : {};
}

/** The version installed where the project is; none if there is nothing to imitate. */
function typescriptVersion(folder: string, disk: Disk): number | undefined {
  const manifest = readManifest(join(folder, "node_modules/typescript"), disk);
  const parent = dirname(folder);
  return manifest
    ? Number.parseInt(String(manifest["version"]), 10)
    : parent === folder
      ? undefined
      : typescriptVersion(parent, disk);
}

function defaultsOfFive({ target, module }: ts.CompilerOptions): ts.CompilerOptions {
  const nodeModule =
    module !== undefined && module >= ts.ModuleKind.Node16 && module <= ts.ModuleKind.NodeNext;
  const commonJs =
    module === ts.ModuleKind.CommonJS ||
    (module === undefined && (target ?? ts.ScriptTarget.ES5) < ts.ScriptTarget.ES2015);
  return {
    strict: false,
    // Version 5 included every package of `node_modules/@types`.
    types: ["*"],
    ...(target === undefined && !nodeModule && { target: ts.ScriptTarget.ES5 }),
    ...(commonJs && {
      module: ts.ModuleKind.CommonJS,
      moduleResolution: ts.ModuleResolutionKind.Node10,
    }),
    ...(module === undefined && !commonJs && { module: ts.ModuleKind.ES2015 }),
  };
}
