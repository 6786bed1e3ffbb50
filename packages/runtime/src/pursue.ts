import { toMilliseconds } from "./duration.js";
import type { Fetch } from "./fetch.js";
import { type Known, toError } from "./known.js";
import type { Option } from "./policy.js";
import type { OwnSignal, Signal } from "./signal.js";

declare const fetch: Fetch;
declare const AbortController: new () => {
  readonly signal: OwnSignal;
  abort(reason: unknown): void;
};
declare function setTimeout(run: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;

/**
 * Attempts a request as often as its policy wants, but not beyond an abort of the callers' signals or the end of the
 * time, even if an attempt ignores the signal it is given. Leaves no timer and no listener behind.
 */
export async function pursue<Result>(
  known: Known,
  option: Option,
  signals: readonly (Signal | undefined)[],
  attempt: (signal: OwnSignal | undefined, send: Fetch) => Promise<Result>,
): Promise<Result> {
  const policy = option("reattach") || option("retry");
  const work = (signal?: OwnSignal) => {
    const run = (send = option("fetch") ?? fetch) => attempt(signal, send);
    return policy ? policy(run, { known, option, signal }) : run();
  };
  const timeout = option("timeout");
  if (timeout === undefined && !signals.some((signal) => signal)) {
    // A signal of our own costs more than all the rest.
    return work();
  }
  const controller = new AbortController();
  const { signal } = controller;
  const milliseconds = toMilliseconds("timeout", timeout ?? LONGEST_TIMER);
  const expire = () => controller.abort(toError({ ...known, source: "timeout" }));
  const timer = setTimeout(expire, Math.min(milliseconds, LONGEST_TIMER));
  try {
    return await new Promise<Result>((resolve, reject) => {
      // As `fetch` does: the reason as it is, which need not be an error.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      signal.onabort = () => reject(signal.reason);
      for (const other of signals) {
        other?.throwIfAborted();
        other?.addEventListener("abort", () => controller.abort(other.reason), { signal });
      }
      work(signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    // Takes the listeners away, and ends what still goes on.
    controller.abort(0);
  }
}

/** The longest wait that a timer can hold, 24 days; anything longer would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
