import { type Duration, toMilliseconds } from "./duration.js";
import type { IngressError } from "./error.js";
import type { Fetch, FetchResponse } from "./fetch.js";
import { mayRepeat, type Policy } from "./policy.js";
import { sleep } from "./sleep.js";

declare const fetch: Fetch;

/** How often, and after which waits, a request is repeated. */
export interface RetryOptions {
  /** How many requests are sent at most, the first included; 10 by default. */
  readonly maxAttempts?: number | undefined;
  /** How long after the first request the last may begin; a minute by default. */
  readonly maxDuration?: Duration | undefined;
  /** The wait before the second request; 100 ms by default. */
  readonly initialInterval?: Duration | undefined;
  /** The longest wait; 5 seconds by default. */
  readonly maxInterval?: Duration | undefined;
  /** What each wait is multiplied with for the next; 2 by default. */
  readonly factor?: number | undefined;
  /** The part of each wait that is left to chance, from 0 to 1, so that callers do not come back all at once; 0.5 by default. */
  readonly jitter?: number | undefined;
  /** How long a `Retry-After` of the server or a proxy may make us wait at most; 30 seconds by default, `false` ignores it. */
  readonly respectRetryAfter?: Duration | false | undefined;
  /** Asked before each repetition that is safe; `false` ends it with the error at hand. */
  readonly shouldRetry?: ((error: IngressError) => boolean) | undefined;
}

/**
 * Repeats requests that fail on the way, but only where that cannot run a handler twice: calls and messages with an
 * idempotency key, a workflow's submission, attach and output, awakeables, and any request that nobody was there to
 * take. What a handler failed with is final.
 *
 * @throws an `IngressError` of source `request` if a duration is none.
 */
export function retry(options: RetryOptions = {}): Policy {
  const { maxAttempts = 10, factor = 2, jitter = 0.5, shouldRetry = () => true } = options;
  const maxDuration = toMilliseconds("maxDuration", options.maxDuration ?? 60_000);
  const initialInterval = toMilliseconds("initialInterval", options.initialInterval ?? 100);
  const maxInterval = toMilliseconds("maxInterval", options.maxInterval ?? 5000);
  const maxRetryAfter = toMilliseconds(
    "respectRetryAfter",
    (options.respectRetryAfter ?? 30_000) || 0,
  );
  return async (attempt, { known, option, signal }) => {
    let answer: FetchResponse | undefined;
    const send = option("fetch") ?? fetch;
    const listening: Fetch = async (...request) => (answer = await send(...request));
    const end = Date.now() + maxDuration;
    let interval = initialInterval;
    for (let attempts = 1; ; attempts++) {
      try {
        answer = undefined;
        return await attempt(listening);
      } catch (thrown) {
        // An attempt throws nothing else.
        const error = thrown as IngressError;
        const chosen = interval * (1 - jitter * Math.random());
        const wait = Math.max(chosen, Math.min(retryAfter(answer), maxRetryAfter));
        const isLast = attempts >= maxAttempts || Date.now() + wait > end;
        if (isLast || !mayRepeat(known, error) || !shouldRetry(error)) {
          throw error;
        }
        await sleep(wait, signal);
        interval = Math.min(interval * factor, maxInterval);
      }
    }
  };
}

/** Returns how many milliseconds an answer asks to wait, by a number of seconds or a date; 0 if it does not ask. */
export function retryAfter(answer: FetchResponse | undefined): number {
  // One that is absent is no number, and no date either.
  const header = answer?.headers.get("retry-after") as string;
  return Number(header) * 1000 || Date.parse(header) - Date.now() || 0;
}
