import type { GenerateResult } from "../index.js";

/** The result for other programs: what happened to each file, and every diagnostic, the excused ones apart. */
export function printJson(result: GenerateResult): string {
  const { folder, cutOff, servicesChanged, changes, diagnostics, excused } = result;
  const files = changes.map(({ path, change, edited }) => ({ path, change, edited }));
  const printed = { folder, cutOff, servicesChanged, files, diagnostics, excused };
  return `${JSON.stringify(printed, undefined, 2)}\n`;
}
