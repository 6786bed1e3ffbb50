import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";

import { diagnose } from "../diagnostics/diagnose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { messages } from "../diagnostics/messages.js";
import { relativePath } from "../paths/relative-path.js";
import { findConfigFiles, readConfigFile } from "./config-file.js";
import type { Config, GenerateOptions, TargetOptions } from "./options.js";
import { selectTargets } from "./select-targets.js";
import { validateConfig, validateOptions, type Validated } from "./validate.js";

/** Which config to load, and what to make of it. */
export interface LoadConfigOptions {
  /** Where the config file is looked for, and what paths in `overrides` are relative to. Default: the working directory. */
  readonly cwd?: string | undefined;
  /** A config file by name. Default: the `restate-codegen.config.*` in `cwd`, if there is one. */
  readonly config?: string | undefined;
  /** The names of the targets that are meant. Default: all. */
  readonly targets?: readonly string[] | undefined;
  /** Options that count more than those of the config file, for every target, such as flags. */
  readonly overrides?: TargetOptions | undefined;
  /** What messages call the place that `overrides` come from. Default: "the command line". */
  readonly where?: string | undefined;
}

/** An output to write: what to give to `generate`. */
export interface ConfiguredTarget {
  /** Absent where the config names no targets. */
  readonly name?: string | undefined;
  /** With every path from the config absolute. */
  readonly options: GenerateOptions;
}

/** What a config file and what overrides it come to. */
export interface LoadedConfig {
  /** The config file, absolute, if there is one. */
  readonly file?: string | undefined;
  /** The files that the config is made of, absolute: the config file and what it imports, without packages. */
  readonly dependencies: readonly string[];
  /** What to generate; empty where `diagnostics` say why. */
  readonly targets: readonly ConfiguredTarget[];
  /** What is wrong with the config, the overrides, or the names of targets. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the config file and says what is to be generated. A config of code is run; the services never are. */
export async function loadConfig(options: LoadConfigOptions = {}): Promise<LoadedConfig> {
  const cwd = resolve(options.cwd ?? ".");
  const overrides = validateOptions(options.overrides ?? {}, options.where ?? "the command line");
  const { file, problem } = findConfig(cwd, options.config);
  if (overrides.diagnostics ?? problem) {
    const diagnostics = [...(overrides.diagnostics ?? []), ...(problem ? [problem] : [])];
    return { file, dependencies: [], targets: [], diagnostics };
  }
  const { dependencies, value, diagnostics } = await readConfig(file, cwd);
  if (diagnostics) {
    return { file, dependencies, targets: [], diagnostics };
  }
  const home = file === undefined ? cwd : dirname(file);
  const names = options.targets ?? [];
  const selected = selectTargets(value, { cwd, home, names, overrides: overrides.value });
  return { file, dependencies, ...selected };
}

function findConfig(
  cwd: string,
  named: string | undefined,
): { readonly file?: string | undefined; readonly problem?: Diagnostic } {
  if (named !== undefined) {
    const file = resolve(cwd, named);
    return existsSync(file) ? { file } : { problem: diagnose(messages.configNotFound(named)) };
  }
  const files = findConfigFiles(cwd);
  const names = files.map((path) => basename(path));
  return files.length > 1
    ? { problem: diagnose(messages.severalConfigs(names)) }
    : { file: files[0] };
}

async function readConfig(
  file: string | undefined,
  cwd: string,
): Promise<Validated<Config> & Pick<LoadedConfig, "dependencies">> {
  if (file === undefined) {
    return { dependencies: [], value: {} };
  }
  const name = relativePath(file, cwd);
  const { content, dependencies = [file], problem } = await readConfigFile(file);
  return problem === undefined
    ? { dependencies, ...validateConfig(content, name) }
    : { dependencies, diagnostics: [diagnose(messages.configUnusable(name, problem))] };
}
