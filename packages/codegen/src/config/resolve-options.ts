import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import { realPath } from "../paths/real-path.js";
import type { GenerateOptions } from "./options.js";

/** Options with every default filled in. No folder has a symbolic link in it. */
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
  const cwd = realPath(resolve(options.cwd ?? "."));
  const named = resolve(cwd, options.project ?? "tsconfig.json");
  const tsconfig = named.endsWith(".json") ? named : join(named, "tsconfig.json");
  const folder = realPath(dirname(tsconfig));
  const home = existsSync(join(folder, "src")) ? "src/clients" : "clients";
  return {
    cwd,
    // The file itself may be a link: what it says is relative to where it stands.
    project: join(folder, basename(tsconfig)),
    out: realPath(options.out === undefined ? join(folder, home) : resolve(cwd, options.out)),
    include: options.include ?? [],
    exclude: options.exclude ?? [],
    rules: options.rules ?? {},
    strict: options.strict ?? false,
  };
}
