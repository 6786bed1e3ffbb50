import { isIngressError } from "./error.js";
import type { Ingress } from "./ingress.js";
import type { InvocationRef } from "./invocation-ref.js";
import { locate } from "./locate.js";
import type { RequestOptions } from "./options.js";
import { json, type Serde } from "./serde.js";

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

/** Restate's own status code for "exists, but has not completed yet". */
const NOT_READY = 470;

/** Restores an invocation where no client of its handler is at hand. No request is made. */
export function invocation<Output>(
  ingress: Ingress,
  ref: InvocationRef,
  // What the handler declares is trusted to be what it sends.
  serde: Serde<Output> = json as Serde<Output>,
): Invocation<Output> {
  const ask = async (verb: "attach" | "output", options: RequestOptions | undefined) =>
    ingress.request({
      ...locate(ref, verb),
      options,
      read: ({ data }) => serde.deserialize(data),
    });
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
