import { toMilliseconds, type Duration } from "./duration.js";
import { platform } from "./platform.js";
import type { OwnSignal, Signal } from "./signal.js";

/** What ends the work early. */
export interface Deadline {
  /** Ends the work with its reason, as soon as one of the callers' signals or the timer is aborted. */
  readonly signal: OwnSignal;
  /** Whether it was the timer. */
  readonly expired: () => boolean;
}

/** The longest wait that a timer can hold, 24 days; anything longer would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Joins the callers' signals and a timeout, if there are any. Refuses a timeout that is none. */
export function createDeadline(
  signals: readonly (Signal | undefined)[],
  timeout: Duration | undefined,
): Deadline {
  const timer =
    timeout === undefined
      ? timeout
      : platform.AbortSignal.timeout(Math.min(toMilliseconds("timeout", timeout), LONGEST_TIMER));
  const present = [...signals, timer].filter((one) => one !== undefined);
  const signal = platform.AbortSignal.any(present);
  return { signal, expired: () => timer?.aborted === true && signal.reason === timer.reason };
}

/** Waits for the work, but not beyond the signal, even if the work ignores it. */
export async function untilAborted<T>(signal: OwnSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  try {
    return await Promise.race([
      work(),
      new Promise<never>((_, reject) => {
        // As `fetch` does: the reason as it is, which need not be an error.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        signal.onabort = () => reject(signal.reason);
      }),
    ]);
  } finally {
    // A signal that lives as long as the connection must not remember each of its requests.
    signal.onabort = null;
  }
}
