import { join } from "node:path";

import type { FileChange } from "./compare-files.js";
import { isSameText } from "./digest.js";
import { disk, type FileSystem, ifThere, systemCode, unless } from "./file-system.js";
import { hasHeader } from "./has-header.js";
import { stagingName, takeStaging } from "./staging.js";

/** What came of writing. */
export interface WriteOutcome {
  /** The files that the system would not let us write, and why. */
  readonly failures: readonly WriteFailure[];
  /** The process that went on writing to the same folder for so long that nothing was written here. */
  readonly holder?: string;
}

/** A file or folder that the system would not let us write, and why. */
export interface WriteFailure {
  readonly path: string;
  readonly reason: string;
}

/** What writing needs to know of a change. */
export type PlannedChange = Pick<FileChange, "path" | "change" | "text">;

/** How to write. */
export interface WriteOptions {
  /** The real disk by default. */
  readonly system?: FileSystem | undefined;
  /** How many milliseconds to wait for another run to end; 20,000 by default. */
  readonly patience?: number | undefined;
}

/**
 * Carries the changes out, one run at a time. Every new text is written into the staging folder before the first of
 * them replaces its file, so each file is whole at every moment, and a full disk changes none.
 */
export async function writeFiles(
  folder: string,
  changes: readonly PlannedChange[],
  { system = disk, patience = 20_000 }: WriteOptions = {},
): Promise<WriteOutcome> {
  const staging = join(folder, stagingName);
  const isLeft = await ifThere(() => system.lstat(staging));
  if (!isLeft && changes.every(({ change }) => change === "unchanged")) {
    return { failures: [] };
  }
  const { attempt, failures } = collectFailures();
  const taken = await attempt(folder, async () => {
    await system.mkdirs(folder);
    return takeStaging(staging, { system, patience });
  });
  if (!taken || taken.holder !== undefined) {
    return { failures, ...taken };
  }
  const replacements: Replacement[] = [];
  for (const change of changes) {
    const target = join(folder, change.path);
    const replacement = await attempt(target, () => stage(change, { folder, staging, system }));
    replacements.push(...(replacement ? [replacement] : []));
  }
  if (failures.length === 0) {
    for (const { target, replace } of replacements) {
      await attempt(target, replace);
    }
  }
  await attempt(staging, () => system.remove(staging));
  await unless(/^ENOTEMPTY$/, () => system.removeEmpty(folder));
  return { failures };
}

/** A change that is ready: what is left to do takes one step. */
interface Replacement {
  readonly target: string;
  readonly replace: () => Promise<unknown>;
}

interface Site {
  readonly folder: string;
  readonly staging: string;
  readonly system: FileSystem;
}

/** Prepares a change. Looks at the file again: since it was compared, another run may have written it, or a person. */
async function stage(
  { path, text }: PlannedChange,
  { folder, staging, system }: Site,
): Promise<Replacement | undefined> {
  const target = join(folder, path);
  const stands = await ifThere(() => system.lstat(target));
  const before = stands?.value.isFile() === true ? await system.readFile(target) : "";
  if (stands && !hasHeader(before)) {
    throw Object.assign(new Error("somebody else wrote it in the meantime"), { code: "EEXIST" });
  }
  if (text === undefined) {
    return { target, replace: () => system.remove(target) };
  }
  if (isSameText(before, text)) {
    return undefined;
  }
  const staged = join(staging, path);
  await system.writeFile(staged, text);
  return { target, replace: () => system.rename(staged, target) };
}

/** Runs work whose failures are the user's to mend: what the system refuses. Anything else is a bug. */
function collectFailures() {
  const failures: WriteFailure[] = [];
  const attempt = async <T>(path: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error) || systemCode(error) === undefined) {
        throw error;
      }
      failures.push({ path, reason: error.message });
      return undefined;
    }
  };
  return { attempt, failures };
}
