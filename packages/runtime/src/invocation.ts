import { checkText } from "./check-text.js";
import type { Ingress, Reader } from "./ingress.js";
import type { InvocationRef } from "./invocation-ref.js";
import type { RequestOptions } from "./options.js";
import { NOT_READY } from "./read-answer.js";
import { json, type Serde } from "./serde.js";
import { targetPath, toSegment } from "./target.js";

/** An invocation that Restate has, or may have: what to wait for it, or look at it, with. */
export interface Invocation<Output> {
  /** Restate's id of it; absent if it is known by other means only. */
  readonly invocationId?: string;
  /** Whether this very request started it, or an earlier one had. Absent if it was restored. */
  readonly status?: "Accepted" | "PreviouslyAccepted";
  /** When a delayed invocation will run, as the server wrote it (RFC 3339). */
  readonly executionTime?: string;
  /** Waits for the result. Rejects with the invocation's error if it failed. */
  attach(options?: RequestOptions): Promise<Output>;
  /** Returns the result if there is one, without waiting. Rejects if the invocation failed or is unknown. */
  output(options?: RequestOptions): Promise<InvocationOutput<Output>>;
  /** Returns what restores this invocation, at another time or place. */
  toJSON(): InvocationRef;
}

/** The result of an invocation, if it has one by now. */
export type InvocationOutput<Output> =
  { readonly ready: true; readonly result: Output } | { readonly ready: false };

/** Restores an invocation where no client of its handler is at hand. No request is made. */
export function invocation<Output>(
  ingress: Ingress,
  ref: InvocationRef,
  // What the handler declares is trusted to be what it sends.
  serde: Serde<Output> = json as Serde<Output>,
): Invocation<Output> {
  const path = invocationPath(ref);
  // Without a path of its own, the invocation is described in the body.
  const input = path ? undefined : json;
  const body = { ...ref, target: "idempotentInvocation" };
  const ask =
    <Answer>(verb: string, read: Reader<Answer>) =>
    (options?: RequestOptions) =>
      ingress.request(`/restate${path}/${verb}`, ref, input, read)(body, options);
  return {
    ...ref,
    attach: ask("attach", (data) => serde.deserialize(data)),
    output: ask("output", (data, { status }) =>
      status === NOT_READY ? { ready: false } : { ready: true, result: serde.deserialize(data) },
    ),
    toJSON: () => ref,
  };
}

function invocationPath(ref: InvocationRef): string {
  const { service, key, invocationId, idempotencyKey, workflow } = ref;
  if (workflow) {
    return `/workflow${toSegment(service)}${toSegment(key)}`;
  }
  if (idempotencyKey == null) {
    return `/invocation${toSegment(invocationId)}`;
  }
  // The server does not decode this segment, so other keys need the form that Restate 1.7 brought.
  const isOdd = /^\.\.?$|[^\w.!~*'()-]/.test(checkText("idempotency-key", idempotencyKey));
  return isOdd ? "" : `/invocation${targetPath(ref)}/${idempotencyKey}`;
}
