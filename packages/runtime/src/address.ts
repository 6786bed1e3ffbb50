import type { IdempotencyKeyRef, WorkflowRef } from "./invocation-ref.js";

/** Returns an invocation as the paths want it that take a body, which can say what no path can: a scope, any key. */
export function addressOf({ workflow, ...ref }: IdempotencyKeyRef | WorkflowRef): object {
  const { service, key, scope } = ref;
  return workflow
    ? { target: "workflow", workflowName: service, workflowKey: key, scope }
    : { ...ref, target: "idempotentInvocation" };
}
