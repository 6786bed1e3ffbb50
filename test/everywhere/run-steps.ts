import type { Report } from "./suite/check.js";

/** Steps by what they show, each of which builds on those before it. */
export type Steps = Readonly<Record<string, () => Promise<void> | void>>;

/** Takes the steps in their order. Whatever follows one that fails fails with it. */
export async function runSteps(steps: Steps): Promise<Report> {
  const outcomes: Record<string, string> = {};
  let failed: string | undefined;
  for (const [name, step] of Object.entries(steps)) {
    try {
      if (failed === undefined) {
        await step();
      }
      outcomes[name] = failed === undefined ? "ok" : `It came after "${failed}".`;
    } catch (error) {
      failed = name;
      outcomes[name] = error instanceof Error ? error.message : String(error);
    }
  }
  return outcomes;
}
