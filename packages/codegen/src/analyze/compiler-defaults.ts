/* eslint-disable @typescript-eslint/no-deprecated -- Version 5's defaults are what version 6 deprecates. */
import { createRequire } from "node:module";
import { join } from "node:path";

import { ts } from "ts-morph";

/**
 * What a tsconfig leaves unset means what the *project's own* TypeScript makes of it. The compiler in here is version 6,
 * which changed several defaults, so for a project on version 5 the old ones are spelled out.
 * A project without TypeScript of its own gets those of version 6.
 */
export function compilerDefaults(root: string, options: ts.CompilerOptions): ts.CompilerOptions {
  const version = typescriptVersion(root);
  return version !== undefined && version < 6 ? { ...defaultsOfFive(options), ...options } : {};
}

function typescriptVersion(root: string): number | undefined {
  try {
    const manifest: unknown = createRequire(join(root, "package.json"))("typescript/package.json");
    return Number.parseInt((manifest as { readonly version: string }).version, 10);
  } catch {
    // Not installed where the project is: nothing to imitate.
    return undefined;
  }
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
