import type { OwnSignal } from "./signal.js";

declare function setTimeout(run: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;

/** Waits, but not beyond an abort, whose reason it rejects with. */
export async function sleep(milliseconds: number, signal: OwnSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    // It is the request's own, and gone with it. To give it as the listener's own signal, too, would take the
    // listener away before it is called.
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- As `fetch` does.
      reject(signal.reason);
    });
  });
}
