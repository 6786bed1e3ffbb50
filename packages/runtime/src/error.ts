import type { InvocationRef } from "./invocation-ref.js";
import type { ScopedTarget } from "./target.js";

/**
 * Who failed: the handler (`invocation`), Restate itself (`ingress`), something in front
 * of it (`proxy`), the connection (`network`), or time (`timeout`). `response` is an
 * answer that cannot be read; `request` a refusal before anything was sent.
 */
export type IngressErrorSource =
  "invocation" | "ingress" | "proxy" | "network" | "timeout" | "response" | "request";

/** What is known about a failed request, beside its message. */
export interface IngressErrorDetails {
  /** Who failed. */
  readonly source: IngressErrorSource;
  /** The URL that was asked. */
  readonly url?: string | undefined;
  /** The error code of Restate or the handler, else the HTTP status of who refused; absent otherwise. */
  readonly code?: number | undefined;
  /** The HTTP status; absent without an answer. */
  readonly status?: number | undefined;
  /** What the handler attached to its error. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** The stack trace on the service's side, if Restate passed it on. */
  readonly stacktrace?: string | undefined;
  /** The failed invocation, where the server named it and the browser lets us read it. */
  readonly invocationId?: string | undefined;
  /** The handler or invocation that was asked for. */
  readonly target?: ScopedTarget | InvocationRef | undefined;
  /** What finds the invocation again, where it has an id, a key, or is a workflow's run. */
  readonly ref?: InvocationRef | undefined;
  /** How many requests were sent; 0 by default. */
  readonly attempts?: number | undefined;
  /** The error underneath. */
  readonly cause?: unknown;
}

/** The one error that requests reject with, except for an abort, which keeps the signal's reason. */
export class IngressError extends Error implements IngressErrorDetails {
  override name = "IngressError";
  /** Who failed. */
  declare readonly source: IngressErrorSource;
  /** The URL that was asked. */
  declare readonly url?: string | undefined;
  /** The error code of Restate or the handler, else the HTTP status of who refused; absent otherwise. */
  declare readonly code?: number | undefined;
  /** The HTTP status; absent without an answer. */
  declare readonly status?: number | undefined;
  /** What the handler attached to its error. */
  declare readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** The stack trace on the service's side, if Restate passed it on. */
  declare readonly stacktrace?: string | undefined;
  /** The failed invocation, where the server named it and the browser lets us read it. */
  declare readonly invocationId?: string | undefined;
  /** The handler or invocation that was asked for. */
  declare readonly target?: ScopedTarget | InvocationRef | undefined;
  /** What finds the invocation again, where it has an id, a key, or is a workflow's run. */
  declare readonly ref?: InvocationRef | undefined;
  /** How many requests were sent: 0 if the request was refused before. */
  readonly attempts: number = 0;

  /** Tests of an application may make one, to see how it copes. */
  constructor(message: string, details: IngressErrorDetails) {
    // Sets the cause too, which `assign` then leaves out of logs and `toJSON`.
    super(message, details);
    Object.assign(this, details);
  }

  /** Returns everything but the stack and the cause, as plain data. */
  toJSON(): IngressErrorDetails & { readonly name: string; readonly message: string } {
    // The fields alone are wanted.
    // eslint-disable-next-line @typescript-eslint/no-misused-spread
    return { ...this, message: this.message };
  }
}

/** Like `instanceof`, but also true for an error of another copy of this package, or another realm. */
export function isIngressError(value: unknown): value is IngressError {
  // Any value but null and undefined may be asked for a property.
  return (value as { name?: unknown } | null | undefined)?.name === "IngressError";
}

/** Refuses an option or an argument, by its name and never by its value, before anything is sent. */
export function refuse(name: string): never {
  throw new IngressError(`invalid ${name}`, { source: "request" });
}
