import { type Duration, toMilliseconds } from "./duration.js";
import type { OwnSignal, Signal } from "./signal.js";

declare const AbortController: new () => {
  readonly signal: OwnSignal;
  abort(reason: unknown): void;
};
declare function setTimeout(run: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;

/**
 * Waits for the work, but not beyond an abort of the callers' signals or the end of the time,
 * even if the work ignores the signal it is given. Leaves no timer and no listener behind.
 */
export async function withDeadline<Result>(
  signals: readonly (Signal | undefined)[],
  timeout: Duration | undefined,
  expire: () => unknown,
  work: (signal: OwnSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const { signal } = controller;
  const milliseconds = toMilliseconds("timeout", timeout ?? LONGEST_TIMER);
  const end = () => controller.abort(expire());
  const timer = setTimeout(end, Math.min(milliseconds, LONGEST_TIMER));
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
