import type { GenerateResult } from "../index.js";

/** The result for other programs: what happened to each file, and every diagnostic, the excused ones apart. */
export function printJson(result: GenerateResult): string {
  const { folder, cutOff, changes, diagnostics, excused } = result;
  const files = changes.map(({ path, change }) => ({ path, change }));
  return `${JSON.stringify({ folder, cutOff, files, diagnostics, excused }, undefined, 2)}
`;
}
