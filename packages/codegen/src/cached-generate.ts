import { dirname } from "node:path";

import { findChange, type Basis } from "./cache/basis.js";
import { openStore, type Store, type Stored } from "./cache/store.js";
import type { GenerateOptions } from "./config/options.js";
import { resolveOptions, type ResolvedOptions } from "./config/resolve-options.js";
import { isError } from "./diagnostics/diagnostic.js";
import { realDisk } from "./disk/real-disk.js";
import type { GenerateResult } from "./generate-result.js";
import { relativePath } from "./paths/relative-path.js";
import { tracedGenerate, type Run } from "./traced-generate.js";
import type { FileChange } from "./write/compare-files.js";

/**
 * Reads the project and the output folder, and says what to write; nothing is written yet. Where nothing has changed
 * since the last run, its result is given again, in a fraction of the time.
 */
export async function cachedGenerate(options: GenerateOptions): Promise<GenerateResult> {
  const { result } = await cachedRun(options);
  return result;
}

/** The same, with what the result rests on. */
export async function cachedRun(options: GenerateOptions): Promise<Run> {
  return recall(options) ?? (await runAndKeep(options));
}

/** The last run with the same options, if another one would say the same. */
export function recall(options: GenerateOptions): Run | undefined {
  const resolved = resolveOptions(options);
  const stored = storeFor(resolved)?.read(keyOf(resolved));
  return stored && findChange(stored.basis) === undefined ? restore(stored) : undefined;
}

async function runAndKeep(options: GenerateOptions): Promise<Run> {
  const resolved = resolveOptions(options);
  const run = await tracedGenerate(options);
  const { result, basis } = run;
  if (basis.gap === undefined && isRepeatable(result)) {
    storeFor(resolved)?.write(keyOf(resolved), { basis, value: { ...result, changes: [] } });
  }
  return run;
}

/** Where a result is kept that wrote nothing; undefined where it is not, or where by now another one is. */
export function findKept(options: GenerateOptions, result: GenerateResult): Kept | undefined {
  const resolved = resolveOptions(options);
  const folder = dirname(resolved.project);
  const key = keyOf(resolved);
  const stored = storeFor(resolved)?.read(key);
  const isSame = (one: Run) => JSON.stringify(one.result) === JSON.stringify(result);
  return stored && isSame(restore(stored)) ? { folder, key, digest: stored.digest } : undefined;
}

/** Something in a store. */
export interface Kept {
  /** A folder of the package whose store it is. */
  readonly folder: string;
  readonly key: string;
  readonly digest: string;
}

function storeFor(resolved: ResolvedOptions): Store | undefined {
  return isKeepable(resolved) ? openStore(dirname(resolved.project)) : undefined;
}

/** What a function does is not to be told from outside. */
function isKeepable({ cache, transformModel }: ResolvedOptions): boolean {
  return cache && transformModel === undefined;
}

/** Whatever the result depends on that is no question to the disk. */
function keyOf(options: ResolvedOptions): string {
  return JSON.stringify([options, process.version]);
}

/** Whether the next run would say the same, if this one is written. */
function isRepeatable({ diagnostics, changes, cutOff }: GenerateResult): boolean {
  return !cutOff && !diagnostics.some(isError) && !changes.some(({ edited }) => edited);
}

function restore({ basis, value }: Stored): Run {
  // It was one when it was stored, by this version.
  const result = value() as GenerateResult;
  const changes = unchangedFiles(basis, result.folder);
  return { basis, result: { ...result, servicesChanged: false, changes } };
}

function unchangedFiles({ outputs }: Basis, folder: string): readonly FileChange[] {
  return outputs
    .filter(({ digest }) => digest !== undefined)
    .map(({ path }) => {
      const text = realDisk.readText(path) ?? "";
      return {
        path: relativePath(path, folder),
        text,
        before: text,
        change: "unchanged",
        edited: false,
      };
    });
}
