import { refuse } from "../error.js";
import type { IdRef } from "../invocation-ref.js";
import { wasRefused } from "../policy.js";
import { change } from "./change.js";
import type { Admin, AdminOptions } from "./connect-admin.js";
import { type Deployment, isAboutDeployment, queryOf } from "./deployment.js";
import type { AnyInvocation } from "./find-invocation.js";
import { plainTarget } from "./plain-target.js";

/** Options of a restart. */
export interface RestartOptions extends AdminOptions {
  /** The last entry of the journal that is kept, with all before it; 0 by default, which is the input. */
  readonly from?: number | undefined;
  /** What runs it, where it keeps a part of the journal by `from`: the latest deployment by default. */
  readonly deployment?: Deployment | undefined;
}

/**
 * What became of a restart. `restarted`: there is a new invocation; `not-completed`: it is running, or yet to begin;
 * `input-gone`: its journal was purged, or never kept; `unsupported`: it is a workflow, or older than the server can
 * restart; `deployment-kept`: it cannot get another deployment; `unknown`: there is no such invocation, or no longer.
 */
export type RestartOutcome =
  | {
      readonly outcome: "restarted";
      /** The id of the new invocation. */
      readonly invocationId: string;
      /** What restores it, as plain data; undefined if the old one was given by its id alone. */
      readonly ref: IdRef | undefined;
    }
  | {
      readonly outcome:
        "not-completed" | "input-gone" | "unsupported" | "deployment-kept" | "unknown";
    };

/**
 * Runs a completed invocation again, as a new one with the same input. Is never repeated by `retry` once it may have
 * arrived, since each arrival makes another invocation.
 *
 * @throws an `IngressError` of source `request` if `from` is no entry.
 */
export async function restartAsNew(
  admin: Admin,
  which: AnyInvocation,
  { from, deployment, ...options }: RestartOptions = {},
): Promise<RestartOutcome> {
  const query = queryOf({ from: from === undefined ? undefined : printEntry(from), deployment });
  const { outcome, answer, ref } = await change(
    admin,
    which,
    {
      verb: `restart-as-new${query}`,
      outcomes: {
        200: "restarted",
        409: "not-completed",
        425: "not-completed",
        410: "input-gone",
        422: "unsupported",
      } as const,
      isFinal: (error) => !wasRefused(error),
    },
    options,
  );
  if (outcome !== "restarted") {
    return { outcome: isAboutDeployment(answer) ? "deployment-kept" : outcome };
  }
  // The server names it in every such answer.
  const invocationId = answer.new_invocation_id as string;
  return { outcome, invocationId, ref: ref && { ...plainTarget(ref), invocationId } };
}

function printEntry(index: number): string {
  return Number.isSafeInteger(index) && index >= 0 ? String(index) : refuse("from");
}
