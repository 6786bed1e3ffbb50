import { cachedGenerate } from "./cached-generate.js";
import type { GenerateOptions } from "./config/options.js";
import { isError } from "./diagnostics/diagnostic.js";
import type { GenerateResult } from "./generate-result.js";
import type { FileChange } from "./write/compare-files.js";

/** What `generate` gave, and what that says of the clients that are there. */
export interface CheckResult {
  /** What `writeClients` would write to mend it. */
  readonly result: GenerateResult;
  /** The files that are missing, out of date, edited by hand or left over. */
  readonly stale: readonly FileChange[];
  /** Whether there is nothing to mend: no such file, no run that was cut off, no error. */
  readonly isFine: boolean;
}

/** Compares the clients that are there with what `generate` would write, and writes nothing. */
export async function check(options: GenerateOptions): Promise<CheckResult> {
  return judgeClients(await cachedGenerate(options));
}

/** Says what a result means where nothing should have to be written. */
export function judgeClients(result: GenerateResult): CheckResult {
  const stale = result.changes.filter(({ change }) => change !== "unchanged");
  const isFine = stale.length === 0 && !result.cutOff && !result.diagnostics.some(isError);
  return { result, stale, isFine };
}
