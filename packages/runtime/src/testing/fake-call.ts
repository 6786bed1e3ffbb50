import type { ScopedTarget } from "../target.js";

/** A call or a message that arrived at a fake ingress. */
export interface FakeCall extends ScopedTarget {
  /** What the handler was given, as it came over the wire. */
  readonly input: unknown;
  /** Whether the result was waited for. */
  readonly verb: "call" | "send";
  /** What was sent along, by the names in lower case, but for what is told apart. */
  readonly headers: Readonly<Record<string, string>>;
  /** The idempotency key; absent if there was none. */
  readonly idempotencyKey?: string;
  /** The delay in milliseconds; absent if there was none. */
  readonly delay?: number;
  /** The invocation that it was, or that it found. */
  readonly invocationId: string;
  /** Whether it started that invocation, or an earlier one had: a repetition runs nothing. */
  readonly status: "Accepted" | "PreviouslyAccepted";
}
