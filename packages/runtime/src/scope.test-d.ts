// Compiled with the package, never run: what callers may write, and what must not compile.
/* eslint-disable jsdoc/require-jsdoc -- Each statement says itself what it is for. */
import {
  handler,
  type IdRef,
  type Ingress,
  type InvocationRef,
  isIngressError,
  scope,
} from "./index.js";

export function accepts(ingress: Ingress, ref: InvocationRef, error: unknown): void {
  const tenant: Ingress = scope(ingress, "tenant", { limitKey: undefined });
  handler(tenant, { service: "S", handler: "h" }).invocation(ref);
  ref.scope satisfies string | undefined;
  if (isIngressError(error)) {
    error.target?.scope satisfies string | undefined;
  }
  const stored: IdRef = { service: "S", handler: "h", invocationId: "inv_1", scope: "tenant" };
  stored satisfies InvocationRef;
}

export function refuses(ingress: Ingress): void {
  // @ts-expect-error: a scope has a name.
  scope(ingress);
  // @ts-expect-error: a limit key counts within a scope only.
  scope(ingress, undefined, { limitKey: "a" });
  // @ts-expect-error: the connection is in a scope, not a handler.
  handler(ingress, { service: "S", handler: "h", scope: "tenant" });
}
