import { addressOf } from "./address.js";
import type { Ingress } from "./ingress.js";
import type { IdempotencyKeyRef, WorkflowRef } from "./invocation-ref.js";
import type { RequestOptions } from "./options.js";
import { json } from "./serde.js";

/**
 * Returns the id that the invocation of an idempotency key, or a workflow's run, has or will have.
 * It says nothing about whether there is one. Needs Restate 1.7.
 */
export async function lookup(
  ingress: Ingress,
  ref: IdempotencyKeyRef | WorkflowRef,
  options?: RequestOptions,
): Promise<string> {
  const read = (data: Uint8Array) =>
    (json.deserialize(data) as { invocationId: string }).invocationId;
  return ingress.request("/restate/lookup", ref, json, read)(addressOf(ref), options);
}
