import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";

import { acceptOutputs, basisOf, findChange, type Basis } from "./cache/basis.js";
import { traceDisk } from "./cache/trace-disk.js";
import { cachedRun } from "./cached-generate.js";
import { configFilesFor } from "./config/config-file.js";
import {
  loadConfig,
  type ConfiguredTarget,
  type LoadConfigOptions,
  type LoadedConfig,
} from "./config/load-config.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import type { GenerateResult } from "./generate-result.js";
import { foldersOf } from "./watch/folders-of.js";
import { writeClients } from "./write-clients.js";

/** What was done because of a change. */
export interface WatchRun {
  /** What is known to have changed, absolute: a file of each target, or of the config. Empty in the first run. */
  readonly changed: readonly string[];
  /** What is wrong with the config, in which case nothing is generated. */
  readonly diagnostics: readonly Diagnostic[];
  /** All targets of the config, as they are now. */
  readonly targets: readonly WatchedTarget[];
}

/** A target as its last run left it. */
export interface WatchedTarget {
  /** Absent where the config names no targets. */
  readonly name?: string | undefined;
  /** `changes` is what was written, but for `failures`, which are among its `diagnostics`. */
  readonly result: GenerateResult;
  /** What could not be written. */
  readonly failures: readonly Diagnostic[];
  /** Whether it was generated in this run, and not in an earlier one. */
  readonly isNew: boolean;
}

/** The targets of a config, kept up to date. */
export interface WatchedTargets {
  /** Generates and writes what has changed; `undefined` where nothing has. */
  readonly refresh: () => Promise<WatchRun | undefined>;
  /** Whether something was changed during the last refresh, so that it is to be repeated. */
  readonly haveChanged: () => boolean;
  /** Where something has to happen before another refresh finds anything to do. */
  readonly folders: () => ReadonlySet<string>;
}

interface Configured {
  readonly config: LoadedConfig;
  readonly basis: Basis;
}

interface Generated {
  readonly target: ConfiguredTarget;
  readonly result: GenerateResult;
  readonly failures: readonly Diagnostic[];
  readonly basis: Basis;
}

/** Creates them; nothing is generated before the first refresh. */
export function createWatchedTargets(options: LoadConfigOptions): WatchedTargets {
  let configured: Configured | undefined;
  let generated: readonly Generated[] = [];
  const bases = () => [...(configured ? [configured] : []), ...generated].map(({ basis }) => basis);

  const refresh = async (): Promise<WatchRun | undefined> => {
    const configChange = configured && findChange(configured.basis);
    const isStill = configured?.config.diagnostics.length === 0 && configChange === undefined;
    const current = isStill && configured ? configured : await configure(options);
    const changed = configChange === undefined ? [] : [configChange];
    const targets: WatchedTarget[] = [];
    const next: Generated[] = [];
    for (const target of current.config.targets) {
      const known = generated.find((one) => isDeepStrictEqual(one.target, target));
      const change = known && findChange(known.basis);
      const isNew = !known || change !== undefined;
      const latest = isNew ? await generateTarget(target) : known;
      next.push(latest);
      const { result, failures } = latest;
      targets.push({ name: target.name, result, failures, isNew });
      changed.push(...(change === undefined ? [] : [change]));
    }
    const isFirst = configured === undefined;
    configured = current;
    generated = next;
    const { diagnostics } = current.config;
    return isFirst || changed.length > 0 ? { changed, diagnostics, targets } : undefined;
  };

  return {
    refresh,
    haveChanged: () => bases().some((basis) => findChange({ ...basis, outputs: [] }) !== undefined),
    folders: () => new Set(bases().flatMap((basis) => [...foldersOf(basis)])),
  };
}

/** Loads the config, and asks for the files that it came from. */
async function configure(options: LoadConfigOptions): Promise<Configured> {
  const config = await loadConfig(options);
  const { disk, trace } = traceDisk();
  const cwd = resolve(options.cwd ?? ".");
  const files = config.file === undefined ? [] : [config.file];
  for (const path of [...configFilesFor(cwd), ...files, ...config.dependencies]) {
    disk.readText(path);
  }
  return { config, basis: basisOf(trace(), { out: cwd, files: [], isCircular: true }) };
}

async function generateTarget(target: ConfiguredTarget): Promise<Generated> {
  const { result, basis } = await cachedRun(target.options);
  const failures = await writeClients(result);
  return {
    target,
    failures,
    result: { ...result, diagnostics: [...result.diagnostics, ...failures] },
    // What could not be written now could be once something is different.
    basis: failures.length === 0 ? basis : acceptOutputs(basis),
  };
}
