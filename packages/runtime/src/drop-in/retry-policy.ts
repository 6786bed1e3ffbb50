import type { Duration } from "@restatedev/restate-sdk-core";
import type { PlatformHeaders } from "../fetch.js";

/** A failure that may pass: nobody answered, or an answer that is no success. */
export type RetryFailure =
  | {
      /** The connection was refused or broke, or no such host is known. */
      readonly kind: "network";
      /** What `fetch` rejected with. */
      readonly error: unknown;
    }
  | {
      /** There was an answer. */
      readonly kind: "response";
      /** Its HTTP status. */
      readonly status: number;
      /** Its headers, as far as a browser shows them. */
      readonly headers: PlatformHeaders;
      /** Its body as text; absent if it is empty. */
      readonly body?: string;
    };

/** How often, and after which waits, a request is repeated where that cannot run a handler twice. */
export interface RetryPolicy {
  /** How many requests are sent at most, the first included; 6 by default, `false` for no such limit. */
  maxAttempts?: number | false;
  /** How long after the first request the last may begin; a minute by default, `false` for no such limit. */
  maxDuration?: Duration | number | false;
  /** The wait before the second request; 250 ms by default. */
  initialInterval?: Duration | number;
  /** The longest wait, but for a fifth that is left to chance; 3 seconds by default. */
  maxInterval?: Duration | number;
  /** What each wait is multiplied with for the next; 2 by default. */
  exponentiationFactor?: number;
  /** Whether a `Retry-After` takes the place of the wait; true by default. It never adds attempts or time. */
  respectRetryAfter?: boolean;
  /** Decides about each failure, by the number of earlier attempts; `defaultShouldRetry` by default. */
  shouldRetry?: (failure: RetryFailure, attempt: number) => boolean;
}

/**
 * Whether a failure may pass: nobody answered, or an answer of 408, 425, 429 or 5xx. What a handler failed with is
 * final, whatever its status; the answer's header tells, or its body, where a browser hides the header.
 */
export function defaultShouldRetry(failure: RetryFailure): boolean {
  if (failure.kind === "network") {
    return true;
  }
  const { status, headers, body } = failure;
  const source = headers.get("x-restate-error-source") ?? sourceIn(body);
  return source !== "invocation" && (status >= 500 || [408, 425, 429].includes(status));
}

function sourceIn(body: string | undefined): unknown {
  try {
    return (Object(JSON.parse(body ?? "null")) as { readonly source?: unknown }).source;
  } catch {
    return undefined;
  }
}
