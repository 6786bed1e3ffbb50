import { change } from "./change.js";
import type { Admin, AdminOptions } from "./connect-admin.js";
import type { AnyInvocation } from "./find-invocation.js";

/**
 * What became of a cancellation. `accepted`: the handler is told, at the next thing it waits for, and may still clean
 * up, or ignore it; `removed`: it had not begun, and never will; `completed`: it was over; `unknown`: there is no such
 * invocation, or no longer.
 */
export interface CancelOutcome {
  /** Which of them. */
  readonly outcome: "accepted" | "removed" | "completed" | "unknown";
}

/** Cancels an invocation: its handler gets an error of the code 409 where it waits for something. */
export async function cancel(
  admin: Admin,
  which: AnyInvocation,
  options?: AdminOptions,
): Promise<CancelOutcome> {
  const outcomes = { 202: "accepted", 200: "removed", 409: "completed" } as const;
  const { outcome } = await change(admin, which, { verb: "cancel", outcomes }, options);
  return { outcome };
}
