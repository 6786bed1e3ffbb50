import { change } from "./change.js";
import type { Admin, AdminOptions } from "./connect-admin.js";
import { type Deployment, isAboutDeployment, queryOf } from "./deployment.js";
import type { AnyInvocation } from "./find-invocation.js";

/** Options of a resumption. */
export interface ResumeOptions extends AdminOptions {
  /** What it goes on with: the deployment it began with by default. Another can be had only while it is paused or suspended. */
  readonly deployment?: Deployment | undefined;
}

/**
 * What became of a resumption. `resumed`: it goes on, or did anyway; `not-started`: it is yet to begin; `completed`: it
 * is over; `deployment-kept`: nothing was done, because it is running, or has no deployment yet, and so cannot get
 * another; `unknown`: there is no such invocation, or no longer.
 */
export interface ResumeOutcome {
  /** Which of them. */
  readonly outcome: "resumed" | "not-started" | "completed" | "deployment-kept" | "unknown";
}

/** Has a paused or suspended invocation go on, or one that waits for its next attempt make it at once. */
export async function resume(
  admin: Admin,
  which: AnyInvocation,
  { deployment, ...options }: ResumeOptions = {},
): Promise<ResumeOutcome> {
  const verb = `resume${queryOf({ deployment })}`;
  const outcomes = { 200: "resumed", 425: "not-started", 409: "completed" } as const;
  const { outcome, answer } = await change(admin, which, { verb, outcomes }, options);
  return { outcome: isAboutDeployment(answer) ? "deployment-kept" : outcome };
}
