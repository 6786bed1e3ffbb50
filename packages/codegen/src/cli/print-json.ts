import type { GenerateResult } from "../index.js";

/** The result for other programs: what happened to each file, and every diagnostic. */
export function printJson({ folder, changes, diagnostics }: GenerateResult): string {
  const files = changes.map(({ path, change }) => ({ path, change }));
  return `${JSON.stringify({ folder, files, diagnostics }, undefined, 2)}\n`;
}
