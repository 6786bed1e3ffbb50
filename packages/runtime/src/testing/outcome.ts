import { isIngressError } from "../error.js";

/** What became of an invocation, as its bytes on the wire: a later reader gets the same. */
export type Outcome = Result | Failure;

/** What a handler returned. */
export interface Result {
  /** Empty if it returned nothing. */
  readonly body: Uint8Array;
  /** Of the body; absent if there is none. */
  readonly contentType?: string | undefined;
}

/** What a handler failed with. */
export interface Failure {
  /** Its own code, which need not be an HTTP status. */
  readonly code: number;
  /** What it said. */
  readonly message: string;
  /** What it attached. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** Where it was thrown, if it was not meant to. */
  readonly stacktrace?: string | undefined;
}

/** Returns what a handler failed with for good; undefined if Restate would let it try again. */
export function toTerminalFailure(thrown: unknown): Failure | undefined {
  // Of our class, the SDK's, or another copy of either.
  if (thrown instanceof Error && thrown.name === "TerminalError") {
    const { code = 500, message, metadata } = thrown as Error & Partial<Failure>;
    return { code, message, metadata };
  }
  // What one handler fails with is what a handler that called it fails with, unless it minds.
  if (isIngressError(thrown) && thrown.source === "invocation") {
    const { code = 500, message, metadata } = thrown;
    return { code, message, metadata };
  }
  return undefined;
}

/** Returns how Restate ends an invocation that may not try again, though nobody meant it to fail. */
export function toExhaustedFailure(thrown: unknown): Failure {
  return thrown instanceof Error
    ? { code: 500, message: thrown.message, stacktrace: thrown.stack }
    : { code: 500, message: String(thrown) };
}
