import type { CompletedInvocation, PendingInvocation } from "./status.js";

/** A row of the table `sys_invocation`, as far as it is read here. A column that is null is not there. */
export type InvocationRow = Readonly<Record<PresentColumn, string>> &
  Readonly<Partial<Record<NullableColumn, string>>> & {
    readonly status: (PendingInvocation | CompletedInvocation)["status"];
    readonly retry_count?: number;
  };

type PresentColumn =
  | "id"
  | "target_service_name"
  | "target_handler_name"
  | "invoked_by"
  | "created_at"
  | "modified_at";

type NullableColumn =
  | "target_service_key"
  | "scope"
  | "idempotency_key"
  | "restarted_from"
  | "scheduled_start_at"
  | "completed_at"
  | "pinned_deployment_id"
  | "next_retry_at"
  | "last_failure"
  | "last_failure_error_code"
  | "completion_failure";
