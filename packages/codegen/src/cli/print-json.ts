import type { GenerateResult } from "../index.js";

/** The result for other programs: what happened to each file, and every diagnostic. */
export function printJson({ folder, changes, diagnostics, cutOff }: GenerateResult): string {
  const files = changes.map(({ path, change }) => ({ path, change }));
  return `${JSON.stringify({ folder, cutOff, files, diagnostics }, undefined, 2)}\n`;
}
