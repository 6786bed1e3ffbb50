import { posix } from "node:path";
import { COMPUTED, importsOf } from "./imports-of.js";

const DISK = ["node:fs", "node:fs/promises", "node:path", "node:url", "node:module"];

/**
 * Which folder of packages/codegen/src may import what, besides itself, in the order in which the
 * stages run. Everything not listed is forbidden.
 */
export const allowedImports: Readonly<Record<string, readonly string[]>> = {
  analyze: ["model", "diagnostics", "paths", "disk", "ts-morph", "node:path", "node:module"],
  model: ["valibot"],
  check: ["model", "diagnostics", "naming", "picomatch", "semver", "valibot"],
  plan: ["model", "naming", "change-case"],
  render: [
    "plan",
    "write",
    "diagnostics",
    "naming",
    "paths",
    "disk",
    "handlebars",
    "node:fs/promises",
    "node:path",
  ],
  emit: ["render", "naming", "diagnostics", "paths", "disk", "ts-morph"],
  format: [
    "render",
    "write",
    "diagnostics",
    "paths",
    "disk",
    "prettier",
    "tinyexec",
    "args-tokenizer",
    "node:util",
    COMPUTED,
    ...DISK,
  ],
  write: ["disk", "node:crypto", "node:timers/promises", "node:util", ...DISK],
  diagnostics: ["model", "string-width"],
  naming: ["model", "change-case", "leven"],
  paths: DISK,
  disk: DISK,
  cache: ["disk", "node:crypto", ...DISK],
  watch: ["cache", "disk", ...DISK],
  config: [
    "model",
    "diagnostics",
    "naming",
    "paths",
    "change-case",
    "esbuild",
    "valibot",
    COMPUTED,
    ...DISK,
  ],
  setup: ["config", "diagnostics", "disk", "paths", "write", "package-manager-detector", ...DISK],
  plugin: [
    "index.ts",
    "paths",
    "unplugin",
    ...["@rspack/core", "esbuild", "rolldown", "rollup", "vite", "webpack"],
    ...DISK,
  ],
  cli: [
    "string-width",
    "terminal-columns",
    "index.ts",
    "recall-command.ts",
    "keep-command.ts",
    "config",
    "naming",
    "paths",
    "diff",
    "yargs",
    "yargs/helpers",
    "node:process",
    "node:worker_threads",
    ...DISK,
  ],
};

/** One import that its folder may not make. */
export interface Violation {
  /** The importing file, relative to packages/codegen/src. */
  readonly file: string;
  /** The specifier as it is written. */
  readonly specifier: string;
}

/** Finds the forbidden imports of one file; its path is relative to packages/codegen/src. */
export function findViolations(file: string, source: string): readonly Violation[] {
  const stage = stageOf(file);
  const allowed = allowedImports[stage] ?? [];
  return importsOf(file, source)
    .filter((specifier) => {
      const target = specifier.startsWith(".")
        ? stageOf(posix.join(posix.dirname(file), specifier))
        : specifier;
      return target !== stage && !allowed.includes(target);
    })
    .map((specifier) => ({ file, specifier }));
}

/** The first folder of a path; for a file beside the folders its own name, as it is on disk. */
function stageOf(path: string): string {
  return (path.split("/")[0] ?? "").replace(/\.js$/, ".ts");
}
