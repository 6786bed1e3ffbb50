import type { RequestOptions, SendOptions } from "./options.js";
import type { Known } from "./read-answer.js";
import type { OwnSignal } from "./signal.js";

/**
 * What to do around the attempts of a request, made by `retry` or `reattach`.
 *
 * @internal
 */
export type Policy = <Result>(
  attempt: () => Promise<Result>,
  request: PendingRequest,
) => Promise<Result>;

/** A request between its attempts. */
export interface PendingRequest {
  /** What an error will tell of it so far. */
  readonly known: Known;
  /** The options of the request; a policy may set its `fetch`. */
  readonly options: { fetch?: SendOptions["fetch"] };
  /** Returns an option of the request, else of the connection. */
  readonly option: <Name extends keyof RequestOptions>(name: Name) => RequestOptions[Name];
  /** Ends every wait. */
  readonly signal: OwnSignal;
}
