import type { Invocation } from "../invocation.js";

/** What Restate says of an invocation that it accepted. */
export type Send<T = unknown> = {
  /** Restate's id of it. */
  invocationId: string;
  /** Whether this very request started it, or an earlier one with the same idempotency key had. */
  status: "Accepted" | "PreviouslyAccepted";
  /** Whether there is something to attach to: always, since Restate keeps what came of it. */
  attachable: boolean;
  /** When a delayed invocation will run, as the server wrote it (RFC 3339). */
  executionTime?: string;
  /** Not in a log or a copy: how the result is read, as the client that sent it knows. */
  readonly [handle]?: Invocation<T>;
};

/** What Restate says of a workflow that it accepted. */
export type WorkflowSubmission<T> = {
  /** Restate's id of it. */
  readonly invocationId: string;
  /** Whether this very request started it, or an earlier one with the same key had. */
  readonly status: "Accepted" | "PreviouslyAccepted";
  /** There is always something to attach to. */
  readonly attachable: true;
  /** When a delayed workflow will run, as the server wrote it (RFC 3339). */
  readonly executionTime?: string;
  /** Not in a log or a copy: how the result is read, as the client that submitted it knows. */
  readonly [handle]?: Invocation<T>;
};

const handle: unique symbol = Symbol("handle");

/** Says what was accepted, as plain data, and keeps what attaches to it out of sight. */
export function accepted<T>(invocation: Invocation<T>): Send<T> & WorkflowSubmission<T> {
  const { invocationId, status, executionTime } = invocation;
  const said = { invocationId, status, ...(executionTime !== undefined && { executionTime }) };
  // The server has just told them.
  const told = said as Pick<Send, "status"> & { invocationId: string };
  return Object.defineProperty({ ...told, attachable: true as const }, handle, {
    value: invocation,
  });
}

/** What attaches to something accepted, unless that is a copy. */
export function handleOf<T>(sent: Send<T> | WorkflowSubmission<T>): Invocation<T> | undefined {
  return sent[handle];
}
