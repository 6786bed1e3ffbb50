import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import { realPath } from "../paths/real-path.js";
import { findContradictions } from "./find-contradictions.js";
import type { GenerateOptions, TargetOptions } from "./options.js";
import { validateOptions } from "./validate.js";

/** Options with every default filled in, and every path absolute; no folder has a symbolic link in it. Those without a default can still be absent. */
export type ResolvedOptions = {
  readonly [Name in keyof Defaults]: NonNullable<GenerateOptions[Name]>;
} & Pick<TargetOptions, "header" | "templates" | "transformModel">;

type Defaults = Omit<Required<GenerateOptions>, "header" | "templates" | "transformModel">;

/**
 * Fills in the defaults. A `project` that names a folder means the tsconfig in it, as with `tsc`. Throws where the
 * options are none; those of users have been validated before.
 */
export function resolveOptions({ cwd: place = ".", ...options }: GenerateOptions): ResolvedOptions {
  const { diagnostics = findContradictions(options) } = validateOptions(
    options,
    "the options of `generate`",
  );
  if (diagnostics.length > 0) {
    throw new TypeError(diagnostics.map(({ message, fix }) => `${message} ${fix}`).join("\n"));
  }
  const cwd = realPath(resolve(place));
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
    rename: options.rename ?? {},
    rules: options.rules ?? {},
    strict: options.strict ?? false,
    cache: options.cache ?? true,
    header: options.header,
    importExtension: options.importExtension ?? "auto",
    index: options.index ?? true,
    types: options.types ?? "inline",
    emit: options.emit ?? "ts",
    format: options.format ?? "prettier",
    templates: options.templates === undefined ? undefined : resolve(cwd, options.templates),
    transformModel: options.transformModel,
  };
}
