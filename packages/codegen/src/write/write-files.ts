import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { FileChange } from "./compare-files.js";

/** A file or folder that the system would not let us write, and why. */
export interface WriteFailure {
  readonly path: string;
  readonly reason: string;
}

/**
 * Carries the changes out, as far as the system lets us. Each file is whole at every moment: its text is written
 * beside it, then renamed.
 */
export async function writeFiles(
  folder: string,
  changes: readonly FileChange[],
): Promise<readonly WriteFailure[]> {
  const work = changes.filter(({ change }) => change !== "unchanged");
  if (work.length === 0) {
    return [];
  }
  const blocked = await attempt(folder, () => mkdir(folder, { recursive: true }));
  if (blocked) {
    return [blocked];
  }
  const outcomes: (WriteFailure | undefined)[] = [];
  for (const change of work) {
    const target = join(folder, change.path);
    outcomes.push(await attempt(target, () => apply(target, change)));
  }
  return outcomes.filter((outcome) => outcome !== undefined);
}

async function apply(target: string, { text }: FileChange): Promise<void> {
  if (text === undefined) {
    await rm(target, { force: true });
    return;
  }
  const temporary = `${target}.${String(process.pid)}.tmp`;
  await writeFile(temporary, text);
  await rename(temporary, target);
}

async function attempt(
  path: string,
  work: () => Promise<unknown>,
): Promise<WriteFailure | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    // What the system refuses has a code; anything else is a bug.
    if (error instanceof Error && "code" in error) {
      return { path, reason: error.message };
    }
    throw error;
  }
}
