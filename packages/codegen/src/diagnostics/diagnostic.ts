import type { SourceRange } from "../model/source-range.js";

/** Something the user should know about their code. Plain data; printing is separate. */
export interface Diagnostic {
  /** `RC` and a number: 1xx reading the project, 2xx definitions and types, 3xx names, 4xx files. Never reused. */
  readonly code: string;
  /** After an error something is not written; after a warning the output is usable, but not all that was meant. */
  readonly severity: "error" | "warning";
  /** What is wrong, and why it matters. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
  /** The smallest range that is wrong; absent where no source is to blame, such as a missing file. */
  readonly range?: SourceRange;
  /** The other parties of a conflict. */
  readonly related: readonly { readonly message: string; readonly range: SourceRange }[];
  /** The Restate names of the definitions that an error keeps from being written; empty where none is to blame. */
  readonly definitions: readonly string[];
}

/** A diagnostic that a comment in the code answers, so that it counts for nothing. */
export interface ExcusedDiagnostic extends Diagnostic {
  /** What the comment says. */
  readonly reason: string;
}

/** True for a diagnostic that keeps something from being written. */
export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === "error";
}
