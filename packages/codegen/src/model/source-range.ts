/** Where something stands in the user's code. Plain data, so that a diagnostic can be printed without the file. */
export interface SourceRange {
  /** The file as seen from the working directory, with `/` on every platform. */
  readonly file: string;
  /** Line of the first character, counted from 1. */
  readonly line: number;
  /** Column of the first character, counted from 1. */
  readonly column: number;
  /** Length of the marked text on that line, at least 1. */
  readonly length: number;
  /** The whole line, for the code frame. */
  readonly text: string;
}
