import fc from "fast-check";

/** What the tests of this run are made from. It is printed, so that a failure can be had again. */
const seed = Number(process.env["FUZZ_SEED"] ?? Date.now() % 2 ** 31);

/** Enough to find most mistakes within seconds. */
const runs = Number(process.env["FUZZ_RUNS"] ?? 80);

/**
 * Checks that a property holds for many values; `FUZZ_SEED` and `FUZZ_RUNS` choose which, and how
 * many. A property that takes its time is content with a part of them.
 */
export async function hold<Values extends [unknown, ...unknown[]]>(
  name: string,
  arbitraries: { readonly [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  predicate: (...values: Values) => Promise<void>,
  part = 1,
): Promise<void> {
  const numRuns = Math.ceil(runs * part);
  console.log(`${name}: ${numRuns} runs of FUZZ_SEED=${seed}`);
  await fc.assert(fc.asyncProperty(...arbitraries, predicate), { seed, numRuns });
}
