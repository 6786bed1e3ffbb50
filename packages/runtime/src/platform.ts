import type { Fetch } from "./fetch.js";
import type { OwnSignal } from "./signal.js";

/** All that the runtime asks of the platform it runs on. */
export interface Platform {
  /** Used unless another is given. */
  readonly fetch: Fetch;
  /** Ends requests. */
  readonly AbortController: new () => AbortSource;
  /** Decodes UTF-8. */
  readonly TextDecoder: new () => { decode(data: Uint8Array): string };
  /** Starts a timer. */
  setTimeout(run: () => void, milliseconds: number): unknown;
  /** Stops a timer, or does nothing. */
  clearTimeout(timer: unknown): void;
}

/** An `AbortController`. */
export interface AbortSource {
  /** The signal that it aborts. */
  readonly signal: OwnSignal;
  /** Aborts the signal, once. */
  abort(reason: unknown): void;
}

// Without types of a platform, TypeScript knows none of this to be there.
const globals: unknown = globalThis;

/** The globals. They are looked up at each use, so that a test can replace them. */
export const platform: Platform = globals as Platform;
