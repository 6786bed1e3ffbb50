import type { Signal } from "./signal.js";

/** What ends the work early. */
export interface Deadline {
  /** Any of these ends the work, with its own reason. */
  readonly signals: readonly Signal[];
  /** Milliseconds until `expired` is thrown; no limit if absent. */
  readonly timeout: number | undefined;
  /** Makes the error of the timeout. */
  readonly expired: () => unknown;
}

/** The longest wait a timer can hold; anything longer fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Runs the work, but no longer than the deadline allows, even if the work ignores its signal. */
export async function withDeadline<T>(
  { signals, timeout, expired }: Deadline,
  work: (signal: Signal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const cleanups: (() => void)[] = [];
  const ended = new Promise<never>((_, reject) => {
    const end = (reason: unknown) => {
      reject(reason);
      controller.abort(reason);
    };
    for (const signal of signals) {
      const abort = () => {
        end(signal.reason);
      };
      if (signal.aborted) {
        abort();
      }
      signal.addEventListener("abort", abort);
      cleanups.push(() => {
        signal.removeEventListener("abort", abort);
      });
    }
    if (timeout !== undefined) {
      let timer: unknown;
      const wait = (rest: number) => {
        timer = setTimeout(
          () => (rest > LONGEST_TIMER ? wait(rest - LONGEST_TIMER) : end(expired())),
          Math.min(rest, LONGEST_TIMER),
        );
      };
      wait(timeout);
      cleanups.push(() => {
        clearTimeout(timer);
      });
    }
  });
  try {
    return await (controller.signal.aborted ? ended : Promise.race([ended, work(controller.signal)]));
  } finally {
    cleanups.forEach((cleanup) => {
      cleanup();
    });
  }
}
