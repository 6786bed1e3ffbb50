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

/** Where a bundler prints. */
export interface Log {
  readonly warn: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Prints what there is to tell. */
export function printReport({ warnings, failures }: Report, log: Log): void {
  warnings.forEach((text) => log.warn(text));
  failures.forEach((text) => log.error(text));
}

function staleness(paths: readonly string[]): string {
  return [
    "These clients are not what the services say:",
    ...paths.map((path) => `  ${path}`),
    "`npx restate-codegen check` shows the difference, `npx restate-codegen` writes them.",
  ].join("\n");
}
