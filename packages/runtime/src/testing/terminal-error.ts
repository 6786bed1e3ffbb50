/** What a handler tells with its error, beside the message. */
export interface TerminalErrorOptions {
  /** What callers see as the error's `code`, and as the HTTP status where HTTP has such a one; 500 by default. */
  readonly errorCode?: number | undefined;
  /** What callers see as the error's `metadata`. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** Makes a fake handler fail for good. The error of this name in Restate's SDK does as well. */
export class TerminalError extends Error {
  override name = "TerminalError";
  /** What callers see as the error's `code`. */
  readonly code: number;
  /** What callers see as the error's `metadata`. */
  readonly metadata: Readonly<Record<string, string>> | undefined;

  /** As the SDK's: the code and the metadata are options. */
  constructor(message: string, { errorCode = 500, metadata }: TerminalErrorOptions = {}) {
    super(message);
    this.code = errorCode;
    this.metadata = metadata;
  }
}
