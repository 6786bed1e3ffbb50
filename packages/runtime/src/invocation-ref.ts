import type { ScopedTarget } from "./target.js";

/** What identifies an invocation, as plain data that can be stored: its handler, and one of three things. */
export type InvocationRef = IdRef | IdempotencyKeyRef | WorkflowRef;

/** An invocation by its id. */
export interface IdRef extends ScopedTarget {
  /** The id that Restate gave it. */
  readonly invocationId: string;
  /** One thing identifies it, not two. */
  readonly idempotencyKey?: never;
  /** Nor three. */
  readonly workflow?: never;
}

/** An invocation by the idempotency key it was, or will be, made with. */
export interface IdempotencyKeyRef extends ScopedTarget {
  /** The idempotency key. */
  readonly idempotencyKey: string;
  /** One thing identifies it, not two. */
  readonly invocationId?: never;
  /** One thing identifies it, not two. */
  readonly workflow?: never;
}

/** An idempotency key of the handler at hand. */
export interface IdempotencyKey {
  /** The key that the invocation was, or will be, made with. */
  readonly idempotencyKey: string;
}

/** The one run of a workflow that its key can have. */
export interface WorkflowRef extends ScopedTarget {
  /** The workflow's key. */
  readonly key: string;
  readonly workflow: true;
  /** One thing identifies it, not two. */
  readonly invocationId?: never;
  /** One thing identifies it, not two. */
  readonly idempotencyKey?: never;
}

/** Whether it says which invocation, beside which handler. */
export function isRef(target: ScopedTarget | InvocationRef): target is InvocationRef {
  return "invocationId" in target || "idempotencyKey" in target || "workflow" in target;
}
