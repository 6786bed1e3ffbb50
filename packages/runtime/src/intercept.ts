import { checkText } from "./check-text.js";
import type { IngressErrorDetails } from "./error.js";
import type { Fetch, FetchResponse, PlatformHeaders, RequestHeaders } from "./fetch.js";

declare const fetch: Fetch;
declare const Headers: new (headers?: Record<string, string>) => PlatformHeaders & RequestHeaders;

/** What is about to be sent. */
export interface Attempt {
  /** The whole URL. */
  readonly url: string;
  /** `POST` to invoke, `GET` to attach or to ask for an output, `PATCH` to change an invocation by the admin API. */
  readonly method: "GET" | "POST" | "PATCH";
  /** The headers by their names in lower case; what is changed here is sent. */
  readonly headers: Record<string, string>;
  /** The handler or invocation that is asked for; undefined for awakeables, `health` and `lookup`. */
  readonly target: IngressErrorDetails["target"];
  /** How many requests this one makes it: 1 for the first. */
  readonly number: number;
}

/**
 * Does something around an attempt, which `next` sends; `next` may be called again. A response with the header
 * `x-restate-id` is a handler's, which would run again unless the request has an idempotency key.
 */
export type Interceptor = (
  attempt: Attempt,
  next: () => Promise<FetchResponse>,
) => Promise<FetchResponse>;

/**
 * Returns a `fetch` for the option of that name, which has each attempt of every kind of request pass an interceptor.
 * It sends with the global `fetch`, or with the one that is given.
 */
export function intercept(interceptor: Interceptor, send?: Fetch): Fetch {
  return async (url, init, known) => {
    const headers: Record<string, string> = {};
    init.headers.forEach((value, name) => (headers[name] = value));
    let sent = 0;
    const next = async () => {
      for (const [name, value] of Object.entries(headers)) {
        checkText(name, value);
      }
      if (sent++) {
        known.attempts++;
      }
      return (send ?? fetch)(url, { ...init, headers: new Headers(headers) }, known);
    };
    const { target, attempts: number } = known;
    return interceptor({ url, method: init.method, headers, target, number }, next);
  };
}
