import type { Diagnostic, GenerateResult } from "../index.js";

/** A target and what came of it. */
export interface NamedResult {
  /** Absent where the config names no targets. */
  readonly name: string | undefined;
  readonly result: GenerateResult;
}

/**
 * A run for other programs: for each target what happened to each file, and every diagnostic, the excused ones apart.
 * `diagnostics` beside them are about the config, and keep all targets from being looked at.
 */
export function printJson(
  runs: readonly NamedResult[],
  diagnostics: readonly Diagnostic[] = [],
): string {
  return `${JSON.stringify({ targets: runs.map(plain), diagnostics }, undefined, 2)}\n`;
}

function plain({ name, result }: NamedResult) {
  const { folder, cutOff, servicesChanged, changes, diagnostics, excused } = result;
  const files = changes.map(({ path, change, edited }) => ({ path, change, edited }));
  return { name, folder, cutOff, servicesChanged, files, diagnostics, excused };
}
