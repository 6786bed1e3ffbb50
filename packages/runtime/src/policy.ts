import type { IngressError } from "./error.js";
import type { Fetch } from "./fetch.js";
import { isRef } from "./invocation-ref.js";
import type { Known } from "./known.js";
import type { RequestOptions } from "./options.js";
import type { OwnSignal } from "./signal.js";

/**
 * What to do around the attempts of a request, made by `retry` or `reattach`.
 *
 * @internal
 */
export type Policy = <Result>(
  attempt: (send?: Fetch) => Promise<Result>,
  request: PendingRequest,
) => Promise<Result>;

/** Returns an option of the request, else of the connection. */
export type Option = <Name extends keyof RequestOptions>(name: Name) => RequestOptions[Name];

/** A request between its attempts. */
export interface PendingRequest {
  /** What an error will tell of it so far. */
  readonly known: Known;
  /** The options of the request. */
  readonly option: Option;
  /** Ends every wait, if there is something that can. */
  readonly signal: OwnSignal | undefined;
}

/**
 * Whether a request may be sent again after such an error, and it may help: nothing was sent, or what was sent
 * names its invocation, so that a second one finds the first. A handler's own error is final.
 */
export function mayRepeat({ target }: Known, error: IngressError): boolean {
  return wasRefused(error) || ((!target || isRef(target)) && isTransient(error));
}

/** Whether nobody was there to take the connection, so that nothing was sent. */
export function wasRefused({ source, cause }: IngressError): boolean {
  const { code, message, cause: inner } = Object(cause) as ErrorLike;
  // Node and Bun tell it by a code, Deno by words. Browsers do not tell.
  const words = `${String(inner?.code)} ${String(code)} ${String(message)}`;
  return (
    source === "network" &&
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT|Connection ?refused/i.test(words)
  );
}

function isTransient({ source, status = 0 }: IngressError): boolean {
  return (
    source === "network" ||
    ((source === "ingress" || source === "proxy") &&
      (status >= 500 || [408, 425, 429].includes(status)))
  );
}

interface ErrorLike {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: { readonly code?: unknown };
}
