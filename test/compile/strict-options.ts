import type { TypeScriptVersion } from "./compilers.js";

const strictest = {
  target: "ES2022",
  lib: ["ES2022"],
  types: [],
  noEmit: true,
  declaration: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
};

/** Every option a strict project may have switched on that the given release knows. */
export function strictOptions(version: TypeScriptVersion): object {
  // The first came with TypeScript 5.5, the second with 5.8.
  const newer = { isolatedDeclarations: true, erasableSyntaxOnly: true };
  return version === "5.4" ? strictest : { ...strictest, ...newer };
}
