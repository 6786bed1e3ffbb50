import { findChange } from "./cache/basis.js";
import { openStore } from "./cache/store.js";
import type { Kept } from "./cached-generate.js";

/** A command line, and all else that decides what it prints beside the disk. */
export interface CommandLine {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** How the surroundings want it printed. */
  readonly style: unknown;
}

/** What a command printed, and how it ended. */
export interface Printed {
  readonly texts: readonly (readonly ["stdout" | "stderr", string])[];
  readonly exitCode: number;
}

/** What is kept of a command that had nothing to do. */
export interface KeptCommand {
  readonly printed: Printed;
  /** The results that it printed. Kept anew, even by another command, they may be others. */
  readonly results: readonly Kept[];
}

/**
 * What a command will print, if it did nothing last time and there is still nothing to do. Knows neither flags nor
 * options, so that what reads them need not be loaded.
 */
export function recallCommand(command: CommandLine): Printed | undefined {
  const stored = openStore(command.cwd)?.read(commandKey(command));
  if (!stored || findChange(stored.basis) !== undefined) {
    return undefined;
  }
  // It was one when it was stored, by this version.
  const { printed, results } = stored.value() as KeptCommand;
  const isStill = results.every(({ folder, key, digest }) => {
    const result = openStore(folder)?.read(key);
    return result?.digest === digest && findChange(result.basis) === undefined;
  });
  return isStill ? printed : undefined;
}

/** What a command is kept under. */
export function commandKey({ argv, cwd, style }: CommandLine): string {
  return JSON.stringify(["command", argv, cwd, style, process.version]);
}
