import { platform } from "./platform.js";
import type { OwnSignal, Signal } from "./signal.js";

/** What ends the work early. */
export interface Deadline {
  /** Each of these ends the work, with its own reason. */
  readonly signals: readonly (Signal | undefined)[];
  /** Milliseconds until the work ends with what `expired` returns; never if absent. */
  readonly timeout: number | undefined;
  /** Makes the error of the timeout. */
  readonly expired: () => unknown;
}

/** The longest wait that a timer can hold, 24 days; anything longer would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Starts the work, and waits for it until the deadline, even if it ignores its signal.
 * Work that must not go on after a pause of its own asks the signal.
 */
export async function withDeadline<T>(
  { signals, timeout, expired }: Deadline,
  work: (signal: OwnSignal) => Promise<T>,
): Promise<T> {
  const controller = new platform.AbortController();
  const { signal } = controller;
  const follow = () => {
    signals.forEach((other) => other?.aborted && controller.abort(other.reason));
  };
  signals.forEach((other) => other?.addEventListener("abort", follow));
  const timer =
    timeout !== undefined &&
    platform.setTimeout(() => controller.abort(expired()), Math.min(timeout, LONGEST_TIMER));
  try {
    follow();
    signal.throwIfAborted();
    return await Promise.race([
      work(signal),
      new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => {
          // As `fetch` does: the reason as it is, which need not be an error.
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
          reject(signal.reason);
        });
      }),
    ]);
  } finally {
    platform.clearTimeout(timer);
    signals.forEach((other) => other?.removeEventListener("abort", follow));
  }
}
