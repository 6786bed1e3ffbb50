import { resolve } from "node:path";

import { diagnose } from "../diagnostics/diagnose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { messages } from "../diagnostics/messages.js";
import { nearestName } from "../naming/nearest-name.js";
import { isInside, relativePath } from "../paths/relative-path.js";
import { findContradictions } from "./find-contradictions.js";
import type { ConfiguredTarget, LoadedConfig } from "./load-config.js";
import type { Option } from "./option.js";
import { targetOptions, type Config, type Target, type TargetOptions } from "./options.js";
import { resolveOptions } from "./resolve-options.js";

/** What a config is read for. */
export interface Selection {
  /** Absolute. */
  readonly cwd: string;
  /** What paths in the config are relative to, absolute. */
  readonly home: string;
  /** The names of the targets that are meant; empty for all. */
  readonly names: readonly string[];
  /** What counts more than the config; its paths are relative to `cwd`. */
  readonly overrides: TargetOptions;
}

/** Says what each target comes to, if they make sense together. */
export function selectTargets(
  { targets = [], ...common }: Config,
  { cwd, home, names, overrides }: Selection,
): Pick<LoadedConfig, "targets" | "diagnostics"> {
  const wanted = targets.filter(({ name }) => names.length === 0 || names.includes(name));
  const diagnostics = [
    ...findUnknown(names, targets),
    ...findNamesakes(targets),
    ...findAmbiguous(overrides, wanted),
  ];
  if (diagnostics.length > 0) {
    return { targets: [], diagnostics };
  }
  const merge = (own: TargetOptions) => ({
    ...merged(withPathsFrom(home, merged(common, own)), overrides),
    cwd,
  });
  const named = targets.map(({ name, ...own }) => ({ name, options: merge(own) }));
  const all: readonly ConfiguredTarget[] = targets.length === 0 ? [{ options: merge({}) }] : named;
  const contradictions = all.flatMap((one) => findContradictions(one.options, one.name));
  const conflicts = contradictions.length > 0 ? contradictions : findOverlaps(named, cwd);
  const isWanted = ({ name }: ConfiguredTarget) =>
    targets.length === 0 || wanted.some((one) => one.name === name);
  return { targets: conflicts.length > 0 ? [] : all.filter(isWanted), diagnostics: conflicts };
}

/** What is given by name is added up; of all else the later one counts. */
function merged(earlier: TargetOptions, later: TargetOptions): TargetOptions {
  const given = Object.entries(later).filter(([, value]) => value !== undefined);
  const { rename, rules } = later;
  return {
    ...earlier,
    ...Object.fromEntries(given),
    ...(rename && { rename: { ...earlier.rename, ...rename } }),
    ...(rules && { rules: { ...earlier.rules, ...rules } }),
  };
}

function withPathsFrom(home: string, options: TargetOptions): TargetOptions {
  const table: Readonly<Record<string, Option>> = targetOptions;
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      table[name]?.isPath && typeof value === "string" ? resolve(home, value) : value,
    ]),
  );
}

function findUnknown(names: readonly string[], targets: readonly Target[]): readonly Diagnostic[] {
  const known = targets.map(({ name }) => name);
  return names
    .filter((name) => !known.includes(name))
    .map((name) => diagnose(messages.unknownTarget(name, nearestName(name, known), known)));
}

function findNamesakes(targets: readonly Target[]): readonly Diagnostic[] {
  const names = targets.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) < index);
  return [...new Set(twice)].map((name) => diagnose(messages.targetNamedTwice(name)));
}

/** What can be meant for one output only. */
function findAmbiguous(
  { project, out }: TargetOptions,
  targets: readonly Target[],
): readonly Diagnostic[] {
  const given = [
    ...(project === undefined ? [] : ["project"]),
    ...(out === undefined ? [] : ["out"]),
  ];
  const names = targets.map(({ name }) => name);
  return targets.length < 2
    ? []
    : given.map((option) => diagnose(messages.overrideForSeveral(option, names)));
}

/** Folders that are, or are in, one another's: each run would take the other's clients for left over. */
function findOverlaps(
  targets: readonly { readonly name: string; readonly options: TargetOptions }[],
  cwd: string,
): readonly Diagnostic[] {
  const outs = targets.map(({ name, options }) => ({ name, out: resolveOptions(options).out }));
  return outs.flatMap((one, index) =>
    outs
      .slice(index + 1)
      .filter((other) => contains(one.out, other.out) || contains(other.out, one.out))
      .map((other) => {
        const folders = [one.out, other.out].map((out) => relativePath(out, cwd));
        return diagnose(messages.targetsOverlap(one.name, other.name, folders));
      }),
  );
}

function contains(folder: string, path: string): boolean {
  return path === folder || isInside(path, folder);
}
