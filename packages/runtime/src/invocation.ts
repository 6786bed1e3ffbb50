import { checkText } from "./check-text.js";
import { isIngressError } from "./error.js";
import type { Ingress, IngressRequest } from "./ingress.js";
import type { InvocationRef } from "./invocation-ref.js";
import type { RequestOptions } from "./options.js";
import { json, type Serde } from "./serde.js";
import { targetPath, toPath } from "./target.js";

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
  const locate = locator(ref);
  const ask = async (verb: Verb, options: RequestOptions | undefined) =>
    (await ingress.request({ ...locate(verb), target: ref, output: serde, options })).output;
  return {
    ...(ref.invocationId !== undefined && { invocationId: ref.invocationId }),
    attach: (options) => ask("attach", options),
    output: (options) =>
      ask("output", options).then(
        (result) => ({ ready: true, result }),
        (error: unknown) => {
          // A handler may fail with the same status.
          if (isIngressError(error) && error.status === NOT_READY && error.source === "ingress") {
            return { ready: false };
          }
          throw error;
        },
      ),
    toJSON: () => ref,
  };
}

type Verb = "attach" | "output";

/** Restate's own status for "exists, but has not completed yet". */
const NOT_READY = 470;

function locator(
  ref: InvocationRef,
): (verb: Verb) => Pick<IngressRequest<never>, "path" | "serde" | "input"> {
  const { service, key, invocationId, idempotencyKey, workflow } = ref;
  // The server does not decode this segment, so other keys need the form that Restate 1.7 brought.
  if (
    idempotencyKey !== undefined &&
    !/^(?!\.\.?$)[\w.!~*'()-]*$/.test(checkText("idempotencyKey", idempotencyKey))
  ) {
    const input = { ...ref, target: "idempotentInvocation" };
    return (verb) => ({ path: `/restate/${verb}`, serde: json, input });
  }
  const path = workflow
    ? `workflow${toPath(service, key)}`
    : idempotencyKey === undefined
      ? `invocation${toPath(invocationId)}`
      : `invocation${targetPath(ref)}/${idempotencyKey}`;
  return (verb) => ({ path: `/restate/${path}/${verb}` });
}
