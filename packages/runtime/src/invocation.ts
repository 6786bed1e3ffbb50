import type { Ingress } from "./ingress.js";
import type { InvocationRef } from "./invocation-ref.js";
import type { RequestOptions } from "./options.js";
import { invocationPath, observe } from "./observe.js";
import { scope } from "./scope.js";
import { json, type Serde } from "./serde.js";
import { toSegment, type WorkflowTarget } from "./target.js";

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

/** Restores an invocation, in its own scope, where no client of its handler is at hand. No request is made. */
export function invocation<Output>(
  ingress: Ingress,
  ref: InvocationRef,
  // What the handler declares is trusted to be what it sends.
  serde: Serde<Output> = json as Serde<Output>,
): Invocation<Output> {
  const home = ref.scope && !ingress.within ? scope(ingress, ref.scope) : ingress;
  const path = ref.workflow ? workflowPath(ref) : invocationPath(ref);
  return observe(home, { ...home.within, ...ref }, serde, path);
}

/** The path of a workflow's run. */
export function workflowPath({ service, key }: WorkflowTarget): string {
  return `/workflow${toSegment(service)}${toSegment(key)}`;
}
