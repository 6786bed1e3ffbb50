import { dirname, join, relative, sep } from "node:path";

import { generate, type GenerateResult } from "restate-codegen";

import { matchDefinitions, type Fate, type Locate } from "./match-definitions.js";
import type { ScannedDefinition } from "./scan-definitions.js";

/** One run of the generator over a unit. */
export interface Round {
  readonly result: GenerateResult;
  readonly fates: readonly Fate[];
  /** The folder that the clients are generated for, absolute; nothing is ever in it. */
  readonly out: string;
}

const MOST_ROUNDS = 6;

/**
 * Runs the generator over a unit as its users would, and then again over those files alone whose definitions share a
 * name with others, as long as that shows something new: so that their types are looked at as well.
 */
export async function generateRounds(
  tsconfig: string,
  scanned: readonly ScannedDefinition[],
  locate: Locate,
): Promise<readonly [Round, ...Round[]]> {
  const cwd = dirname(tsconfig);
  const run = async (index: number, include?: readonly string[]): Promise<Round> => {
    const out = join(cwd, `__corpus${String(index)}__`);
    const result = await generate({ project: tsconfig, out, cwd, include, cache: false });
    return {
      result,
      out,
      fates: matchDefinitions(scanned, result.definitions, result.diagnostics, locate),
    };
  };
  const first = await run(0);
  const rounds: [Round, ...Round[]] = [first];
  let hidden = first.fates.filter(({ code }) => code === DUPLICATE).map((one) => one.scanned);
  while (hidden.length > 0 && rounds.length <= MOST_ROUNDS) {
    const files = oneOfEachName(hidden);
    const round = await run(
      rounds.length,
      files.map((file) => relative(cwd, file).split(sep).join("/")),
    );
    rounds.push(round);
    hidden = hidden.filter(({ file }) => !files.includes(file));
  }
  return rounds;
}

/** The message about two definitions of one name. */
const DUPLICATE = "RC202";

/** Files of which no two define the same name. */
function oneOfEachName(definitions: readonly ScannedDefinition[]): readonly string[] {
  const taken = new Set<string>();
  const files = [...new Set(definitions.map(({ file }) => file))];
  return files.filter((file) => {
    const names = definitions.filter((one) => one.file === file).flatMap(({ name }) => name ?? []);
    const isFree = !names.some((name) => taken.has(name));
    if (isFree) {
      names.forEach((name) => taken.add(name));
    }
    return isFree;
  });
}
