import { checkText } from "./check-text.js";
import type { Ingress, Reader } from "./ingress.js";
import type { Invocation } from "./invocation.js";
import type { InvocationRef } from "./invocation-ref.js";
import type { RequestOptions } from "./options.js";
import { NOT_READY } from "./read-answer.js";
import { json, type Serde } from "./serde.js";
import { targetPath, toSegment } from "./target.js";

/** Returns the invocation that a path below `/restate` leads to. */
export function observe<Output>(
  ingress: Ingress,
  ref: InvocationRef,
  serde: Serde<Output>,
  path: string = invocationPath(ref),
): Invocation<Output> {
  const ask =
    <Answer>(verb: string, read: Reader<Answer>) =>
    (options?: RequestOptions) =>
      ingress.request(
        `/restate${path}/${verb}`,
        ref,
        path ? undefined : json,
        read,
      )({ ...ref, target: "idempotentInvocation" }, options);
  return {
    ...ref,
    attach: ask("attach", (data) => serde.deserialize(data)),
    output: ask("output", (data, { status }) =>
      status === NOT_READY ? { ready: false } : { ready: true, result: serde.deserialize(data) },
    ),
    toJSON: () => ref,
  };
}

/** The path of an invocation by its id or idempotency key; empty if no path can hold the key. */
export function invocationPath(ref: InvocationRef): string {
  const { invocationId, idempotencyKey } = ref;
  if (idempotencyKey == null) {
    return `/invocation${toSegment(invocationId)}`;
  }
  // The server does not decode this segment, so other keys need the form that Restate 1.7 brought, and so do scopes.
  // `&-.` is a range, of & ' ( ) * + , - and the dot.
  const isOdd =
    /^\.\.?$|[^=&-.$:!\w;@~]/.test(checkText("idempotency-key", idempotencyKey)) || ref.scope;
  return isOdd ? "" : `/invocation${targetPath(ref)}/${idempotencyKey}`;
}
