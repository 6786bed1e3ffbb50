import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import type { GenerateOptions } from "./options.js";

/** Options with every default filled in. */
export interface ResolvedOptions {
  /** Absolute. */
  readonly cwd: string;
  /** Absolute path of the tsconfig, which need not exist. */
  readonly project: string;
  /** Absolute path of the output folder, which need not exist. */
  readonly out: string;
  /** Patterns of definitions; empty for all. */
  readonly include: readonly string[];
  /** Patterns of definitions to leave out. */
  readonly exclude: readonly string[];
  /** Severities by code, as the user wrote them. */
  readonly rules: Readonly<Record<string, string>>;
  /** Whether every warning is an error. */
  readonly strict: boolean;
}

/** Fills in the defaults. A `project` that names a folder means the tsconfig in it, as with `tsc`. */
export function resolveOptions(options: GenerateOptions): ResolvedOptions {
  const cwd = resolve(options.cwd ?? ".");
  const named = resolve(cwd, options.project ?? "tsconfig.json");
  const project = named.endsWith(".json") ? named : join(named, "tsconfig.json");
  const folder = dirname(project);
  const home = existsSync(join(folder, "src")) ? "src/clients" : "clients";
  return {
    cwd,
    project,
    out: options.out === undefined ? join(folder, home) : resolve(cwd, options.out),
    include: options.include ?? [],
    exclude: options.exclude ?? [],
    rules: options.rules ?? {},
    strict: options.strict ?? false,
  };
}
