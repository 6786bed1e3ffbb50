import type { Outcome } from "./generate-targets.js";

/** What a bundler is told, as text, which is what all of them pass on. */
export interface Report {
  readonly warnings: readonly string[];
  /** Why the build fails; empty where it does not. */
  readonly failures: readonly string[];
}

/** Makes of an outcome what there is to tell. */
export async function reportOn({ diagnostics, stale }: Outcome): Promise<Report> {
  const { isError, printDiagnostics } = await import("../index.js");
  const print = (some: Outcome["diagnostics"]) => printDiagnostics(some, { color: false }).trim();
  const errors = diagnostics.filter(isError);
  return {
    warnings: diagnostics.filter((one) => !isError(one)).map((one) => print([one])),
    failures: [
      ...(errors.length > 0 ? [print(errors)] : []),
      ...(stale.length > 0 ? [staleness(stale)] : []),
    ],
  };
}

function staleness(paths: readonly string[]): string {
  return [
    "These clients are not what the services say:",
    ...paths.map((path) => `  ${path}`),
    "`npx restate-codegen check` shows the difference, `npx restate-codegen` writes them.",
  ].join("\n");
}
