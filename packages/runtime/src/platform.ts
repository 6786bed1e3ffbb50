import type { Fetch } from "./fetch.js";
import type { OwnSignal, Signal } from "./signal.js";

/** All that the runtime asks of the platform it runs on. */
export interface Platform {
  /** Used unless another is given. */
  readonly fetch: Fetch;
  /** Ends requests. */
  readonly AbortSignal: {
    /** A signal that follows all of these. */
    any(signals: readonly Signal[]): OwnSignal;
    /** A signal that aborts by itself; its timer does not keep the process alive. */
    timeout(milliseconds: number): OwnSignal;
  };
  /** Decodes UTF-8. */
  readonly TextDecoder: new () => { decode(data: Uint8Array): string };
}

// Without types of a platform, TypeScript knows none of this to be there.
const globals: unknown = globalThis;

/** The globals. They are looked up at each use, so that a test can replace them. */
export const platform: Platform = globals as Platform;
