import type { SourceRange } from "../model/source-range.js";

/** A comment of the user's that answers diagnostics: `restate-codegen-allow RC206: checked by hand`. */
export interface Excuse {
  /** The code that it answers; a comment with several is as many excuses. */
  readonly code: string;
  /** The words after the colon; empty where there are none. */
  readonly reason: string;
  /** Where the code stands in the comment. */
  readonly range: SourceRange;
  /** The line whose diagnostics it answers, in the same file: its own, or the next one that has code. */
  readonly line: number;
}
