/** What modules are written as: TypeScript, or JavaScript and its declarations. */
export type Emit = "ts" | "js";

/** The files that become of a TypeScript module. */
export function emittedFiles(module: string, emit: Emit): readonly string[] {
  const name = module.replace(/\.ts$/, "");
  return emit === "ts" ? [module] : [`${name}.js`, `${name}.d.ts`];
}
