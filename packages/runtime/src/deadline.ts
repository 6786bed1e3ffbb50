import { toMilliseconds, type Duration } from "./duration.js";
import { platform } from "./platform.js";
import type { OwnSignal, Signal } from "./signal.js";

/** What ends the work early. */
export interface Deadline {
  /** Ends the work with its reason, as soon as one of the callers' signals is aborted or the time is up. */
  readonly signal: OwnSignal;
  /** Whether it was the time. */
  readonly expired: () => boolean;
  /** Stops the timer, and listens to nobody any longer. */
  readonly end: () => void;
}

/** The longest wait that a timer can hold, 24 days; anything longer would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Joins the callers' signals and a timeout; none of them, no deadline. Refuses a timeout that is none. */
export function createDeadline(
  signals: readonly (Signal | undefined)[],
  timeout: Duration | undefined,
): Deadline | undefined {
  if (timeout === undefined && !signals.some((signal) => signal)) {
    return undefined;
  }
  const controller = new platform.AbortController();
  const { signal } = controller;
  // An object of its own, so that nothing else is taken for it.
  const expiry = { name: "TimeoutError", message: "The time is up." };
  const timer =
    timeout !== undefined &&
    platform.setTimeout(
      () => controller.abort(expiry),
      Math.min(toMilliseconds("timeout", timeout), LONGEST_TIMER),
    );
  const follow = () => {
    signals.forEach((other) => other?.aborted && controller.abort(other.reason));
  };
  follow();
  signals.forEach((other) => other?.addEventListener("abort", follow));
  return {
    signal,
    expired: () => signal.reason === expiry,
    end: () => {
      platform.clearTimeout(timer);
      signals.forEach((other) => other?.removeEventListener("abort", follow));
    },
  };
}

/** Waits for the work, but not beyond the deadline, even if the work ignores its signal; then ends the deadline. */
export async function beforeDeadline<T>(
  deadline: Deadline | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!deadline) {
    return work();
  }
  const { signal, end } = deadline;
  try {
    signal.throwIfAborted();
    return await Promise.race([
      work(),
      new Promise<never>((_, reject) => {
        // As `fetch` does: the reason as it is, which need not be an error.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        signal.onabort = () => reject(signal.reason);
      }),
    ]);
  } finally {
    end();
  }
}
