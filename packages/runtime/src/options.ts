import type { Duration } from "./duration.js";
import type { Credentials, Fetch } from "./fetch.js";
import type { Policy } from "./policy.js";
import type { Signal } from "./signal.js";

/** Header names, in any case, and their values. A value of `undefined` is as if it were not there. */
export type HeaderValues = Readonly<Record<string, string | undefined>>;

/** Headers, or a function that is asked for them before each request (for tokens that expire). */
export type HeadersOption = HeaderValues | (() => HeaderValues | Promise<HeaderValues>);

/** What every request takes. Each option given with a call wins over the connection's. */
export interface RequestOptions {
  /** Sent along, and readable by the handler. Those of the call and the connection are merged by name. */
  readonly headers?: HeadersOption | undefined;
  /** Aborts the wait, not the invocation. The connection's signal goes on counting beside it. */
  readonly signal?: Signal | undefined;
  /** How long all of it may take, from computing headers to reading the result. No limit by default. */
  readonly timeout?: Duration | undefined;
  /** Used instead of the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Whether a browser sends cookies along; as `fetch` does by default, to the page's own host only. */
  readonly credentials?: Credentials | undefined;
  /** Repeats what may be repeated after a failure, as `retry` makes it; `false` is as if there were none. */
  readonly retry?: Policy | false | undefined;
  /** Goes on waiting when something ends the wait, as `reattach` makes it; `false` is as if there were none. */
  readonly reattach?: Policy | false | undefined;
  /**
   * Gives each call and message that has no idempotency key one of its own, which it keeps over all its attempts.
   * Browsers and Deno repeat a request by themselves when a connection breaks; with a key that does not run the
   * handler twice.
   */
  readonly autoIdempotencyKey?: boolean | undefined;
}

/** Options of a call that waits for its result. */
export interface CallOptions extends RequestOptions {
  /** Calls of the same handler with the same key run it once, and share its result. Printable ASCII. */
  readonly idempotencyKey?: string | undefined;
}

/** Options of a one-way call. */
export interface SendOptions extends CallOptions {
  /** How long Restate waits before it runs the handler; at once by default. */
  readonly delay?: Duration | undefined;
}

/** Options of submitting a workflow, whose key takes the place of an idempotency key. */
export interface SubmitOptions extends RequestOptions {
  /** How long Restate waits before it runs the workflow; at once by default. */
  readonly delay?: Duration | undefined;
}
