import type { ScopedTarget } from "../target.js";
import type { Admin, AdminOptions } from "./connect-admin.js";
import { type AnyInvocation, findRow } from "./find-invocation.js";
import type { InvocationRow } from "./invocation-row.js";
import { plainTarget } from "./plain-target.js";

/** What the server knows of an invocation, or that it is `unknown`: there is none, or no longer. */
export type InvocationStatus = UnknownInvocation | PendingInvocation | CompletedInvocation;

/** There is no such invocation, or no longer. */
export interface UnknownInvocation {
  /** Tells it from those that there are. */
  readonly status: "unknown";
}

/** An invocation that is not over. */
export interface PendingInvocation extends KnownInvocation {
  /**
   * `scheduled` for later; `pending` behind others of its key; `ready` to run, or on a server
   * with flow control to be attempted again; `running`; `backing-off` after a failed
   * attempt; `suspended` while it waits; `paused` until it is resumed.
   */
  readonly status:
    "scheduled" | "pending" | "ready" | "running" | "backing-off" | "suspended" | "paused";
}

/** An invocation that is over, and kept. */
export interface CompletedInvocation extends KnownInvocation {
  /** It is over. */
  readonly status: "completed";
  /** When it ended (RFC 3339). */
  readonly completedAt: string | undefined;
  /** How it ended. The result itself is what `attach` and `output` give. */
  readonly completion: Completion;
}

/** How an invocation ended. */
export type Completion =
  | { readonly result: "success" }
  | {
      readonly result: "failure";
      /** The code of its terminal error: 409 for one that was cancelled or killed. */
      readonly code: number;
      /** The message of its terminal error. */
      readonly message: string;
    };

/** What is known of any invocation that there is. Times are as the server writes them (RFC 3339). */
export interface KnownInvocation {
  /** Its id. */
  readonly invocationId: string;
  /** What it runs, and in which scope. */
  readonly target: ScopedTarget;
  /** The idempotency key that it was made with; servers since 1.7 make one up where none was given. */
  readonly idempotencyKey: string | undefined;
  /** Who made it: `ingress`, `service`, `subscription` or `restart_as_new`. */
  readonly invokedBy: string;
  /** The invocation that it is a restart of. */
  readonly restartedFrom: string | undefined;
  /** When it was made. */
  readonly createdAt: string;
  /** When its status changed last. */
  readonly modifiedAt: string;
  /** When it is to begin, if that was put off. */
  readonly scheduledFor: string | undefined;
  /** The deployment that it is bound to. */
  readonly deploymentId: string | undefined;
  /** How many attempts there were since it last was suspended, or the server restarted; above 1 some have failed. */
  readonly retryCount: number;
  /** When the next attempt begins. */
  readonly nextRetryAt: string | undefined;
  /** What its last attempt failed with; undefined if none has, and when it is over. */
  readonly lastFailure: AttemptFailure | undefined;
}

/** What an attempt failed with, after which there is another. */
export interface AttemptFailure {
  /** What the handler threw, with its stack trace, or why the server could not reach it. */
  readonly message: string;
  /** Restate's code of it, as `RT0007`, which its documentation explains. */
  readonly code: string | undefined;
}

/** Looks up what the server knows of an invocation. */
export async function status(
  admin: Admin,
  which: AnyInvocation,
  options?: AdminOptions,
): Promise<InvocationStatus> {
  const row = await findRow(admin, which, options);
  if (row === undefined) {
    return { status: "unknown" };
  }
  const known = readKnown(row);
  return row.status === "completed"
    ? {
        ...known,
        status: row.status,
        completedAt: row.completed_at,
        completion: readCompletion(row.completion_failure),
      }
    : { ...known, status: row.status };
}

function readKnown(row: InvocationRow): KnownInvocation {
  return {
    invocationId: row.id,
    target: plainTarget({
      service: row.target_service_name,
      key: row.target_service_key,
      handler: row.target_handler_name,
      scope: row.scope,
    }),
    idempotencyKey: row.idempotency_key,
    invokedBy: row.invoked_by,
    restartedFrom: row.restarted_from,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    scheduledFor: row.scheduled_start_at,
    deploymentId: row.pinned_deployment_id,
    retryCount: row.retry_count ?? 0,
    nextRetryAt: row.next_retry_at,
    lastFailure:
      row.last_failure === undefined
        ? undefined
        : { message: row.last_failure, code: row.last_failure_error_code },
  };
}

/** A failure is written as `[409] killed`. */
function readCompletion(failure: string | undefined): Completion {
  if (failure === undefined) {
    return { result: "success" };
  }
  const [, code, message = failure] = /^\[(\d+)\] (.*)$/s.exec(failure) ?? [];
  return { result: "failure", code: Number(code ?? 500), message };
}
