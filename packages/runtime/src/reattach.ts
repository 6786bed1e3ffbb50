import { type Duration, toMilliseconds } from "./duration.js";
import type { IngressError } from "./error.js";
import type { Fetch } from "./fetch.js";
import { isRef } from "./invocation-ref.js";
import { mayRepeat, type Policy, wasRefused } from "./policy.js";
import { sleep } from "./sleep.js";

/** How much a wait bears. */
export interface ReattachOptions {
  /** How long nobody may be there to attach to, at a stretch, before it is given up; a minute by default. */
  readonly patience?: Duration | undefined;
}

/**
 * Goes on waiting whenever the connection, a proxy or `fetch` itself ends the wait for a result, for as long as it
 * takes: for calls with an idempotency key and for attach. An error then has a `ref` to attach to later.
 * It does not take the place of `retry` where the first request finds nobody.
 *
 * @throws an `IngressError` of source `request` if the patience is no duration.
 */
export function reattach(options: ReattachOptions = {}): Policy {
  const patience = toMilliseconds("patience", options.patience ?? 60_000);
  return async (attempt, request) => {
    const { known, option, signal } = request;
    known.ref = known.target && isRef(known.target) ? known.target : undefined;
    const retry = option("retry");
    let start = 0;
    const timed = async (send?: Fetch) => {
      start = Date.now();
      return attempt(send);
    };
    let failingSince: number | undefined;
    let interval = SHORTEST;
    for (;;) {
      try {
        return await (retry ? retry(timed, request) : timed());
      } catch (thrown) {
        // An attempt throws nothing else.
        const error = thrown as IngressError;
        const now = Date.now();
        if (now - start > LASTING || (failingSince === undefined && !wasRefused(error))) {
          failingSince = now;
          interval = SHORTEST;
        }
        const isOver = failingSince === undefined || now - failingSince > patience;
        if (isOver || !mayRepeat(known, error)) {
          throw error;
        }
        await sleep(interval, signal);
        interval = Math.min(interval * 2, LONGEST);
      }
    }
  };
}

/** A wait of so many milliseconds had begun, and was cut. */
const LASTING = 1000;

/** The first pause before attaching again, in milliseconds. */
const SHORTEST = 100;

/** The longest. */
const LONGEST = 5000;
