import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { type FileSystem, ifThere, unless } from "./file-system.js";
import { isRunning } from "./is-running.js";

/**
 * The folder that a run makes inside the output folder before it changes a file there, and removes afterwards.
 * Only one run can make it, so it is a lock; while it is there, a run is not finished, so it is a journal;
 * and the new texts are written into it, so that each can replace its file in one step.
 */
export const stagingName = ".restate-codegen";

/** How long a run may take from making the folder to signing it. */
const SIGNING_MS = 2_000;

/** What came of trying to take the staging folder: it is ours, unless the process with this id still has it. */
export interface Taking {
  readonly holder?: string;
}

/** Makes the staging folder. Waits for a run that has it; what a dead one left is cleared away. */
export async function takeStaging(
  staging: string,
  { system, patience }: { readonly system: FileSystem; readonly patience: number },
): Promise<Taking> {
  const end = Date.now() + patience;
  while (!(await make(staging, system))) {
    const holder = await findHolder(staging, system);
    if (holder === undefined) {
      await clearAway(staging, system);
    } else if (Date.now() > end) {
      return { holder };
    } else {
      await sleep(50);
    }
  }
  return {};
}

/** Whether a run was killed while it wrote to the folder. */
export async function isCutOff(folder: string, system: FileSystem): Promise<boolean> {
  const staging = join(folder, stagingName);
  const age = await ageOf(staging, system);
  return age !== undefined && (await findHolder(staging, system)) === undefined;
}

async function make(staging: string, system: FileSystem): Promise<boolean> {
  const made = await unless(/^EEXIST$/, () => system.mkdir(staging));
  if (!made) {
    return false;
  }
  try {
    await system.writeFile(join(staging, "owner"), String(process.pid));
    return true;
  } catch (error) {
    await system.remove(staging);
    throw error;
  }
}

/** The run that has the folder, if it still goes on. */
async function findHolder(staging: string, system: FileSystem): Promise<string | undefined> {
  const owner = (await ifThere(() => system.readFile(join(staging, "owner"))))?.value ?? "";
  if (owner !== "") {
    return isRunning(Number(owner)) ? owner : undefined;
  }
  // Whoever made it is about to sign it, or was killed before.
  const age = await ageOf(staging, system);
  return age !== undefined && age < SIGNING_MS ? "unknown" : undefined;
}

/** Clears away what a dead run left. It is moved first, and looked at again: by now it may be another run's. */
async function clearAway(staging: string, system: FileSystem): Promise<void> {
  const aside = `${staging}.${String(process.pid)}`;
  const moved = await ifThere(() => system.rename(staging, aside));
  if (moved && (await findHolder(aside, system)) !== undefined) {
    await system.rename(aside, staging);
  } else {
    await system.remove(aside);
  }
}

async function ageOf(path: string, system: FileSystem): Promise<number | undefined> {
  const found = await ifThere(() => system.lstat(path));
  return found && Date.now() - found.value.mtimeMs;
}
