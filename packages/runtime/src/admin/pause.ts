import { change } from "./change.js";
import type { Admin, AdminOptions } from "./connect-admin.js";
import type { AnyInvocation } from "./find-invocation.js";

/**
 * What became of a pause. `accepted`: it will be paused; `idle`: nothing of it was running, as it is paused already, or
 * suspended on a server without flow control, and then goes on when what it waits for comes; `not-running`: it is yet to begin, or over; `unknown`: there
 * is no such invocation, or no longer.
 */
export interface PauseOutcome {
  /** Which of them. */
  readonly outcome: "accepted" | "idle" | "not-running" | "unknown";
}

/** Pauses an invocation that runs, or that waits for its next attempt, until it is resumed. */
export async function pause(
  admin: Admin,
  which: AnyInvocation,
  options?: AdminOptions,
): Promise<PauseOutcome> {
  const outcomes = { 202: "accepted", 200: "idle", 409: "not-running" } as const;
  const { outcome } = await change(admin, which, { verb: "pause", outcomes }, options);
  return { outcome };
}
