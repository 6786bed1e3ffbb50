import { change } from "./change.js";
import type { Admin, AdminOptions } from "./connect-admin.js";
import type { AnyInvocation } from "./find-invocation.js";

/**
 * What became of a purge. `purged`: it is gone; `not-completed`: it is running, or yet to begin; `unknown`: there is no
 * such invocation, or no longer.
 */
export interface PurgeOutcome {
  /** Which of them. */
  readonly outcome: "purged" | "not-completed" | "unknown";
}

/** Forgets a completed invocation with its result; its idempotency key or workflow key may then run anew. */
export async function purge(
  admin: Admin,
  which: AnyInvocation,
  options?: AdminOptions,
): Promise<PurgeOutcome> {
  return purgeWith("purge", admin, which, options);
}

/** Forgets the journal of a completed invocation, but keeps its result. It can then not be restarted. */
export async function purgeJournal(
  admin: Admin,
  which: AnyInvocation,
  options?: AdminOptions,
): Promise<PurgeOutcome> {
  return purgeWith("purge-journal", admin, which, options);
}

async function purgeWith(
  verb: string,
  admin: Admin,
  which: AnyInvocation,
  options: AdminOptions | undefined,
): Promise<PurgeOutcome> {
  const outcomes = { 200: "purged", 409: "not-completed" } as const;
  const { outcome } = await change(admin, which, { verb, outcomes }, options);
  return { outcome };
}
