import { change } from "./change.js";
import type { Admin, AdminOptions } from "./connect-admin.js";
import type { AnyInvocation } from "./find-invocation.js";

/**
 * What became of a kill. `killed`: it is over, as is what it called; `completed`: it was over before; `unknown`: there
 * is no such invocation, or no longer.
 */
export interface KillOutcome {
  /** Which of them. */
  readonly outcome: "killed" | "completed" | "unknown";
}

/** Ends an invocation at once, without telling its handler. Who waits for it gets an error of the code 409. */
export async function kill(
  admin: Admin,
  which: AnyInvocation,
  options?: AdminOptions,
): Promise<KillOutcome> {
  const outcomes = { 200: "killed", 409: "completed" } as const;
  const { outcome } = await change(admin, which, { verb: "kill", outcomes }, options);
  return { outcome };
}
