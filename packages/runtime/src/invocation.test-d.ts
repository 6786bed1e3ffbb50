// Compiled with the package, never run: what callers may write, and what must not compile.
/* eslint-disable jsdoc/require-jsdoc -- Each statement says itself what it is for. */
import { invocation, lookup, type Ingress, type Invocation, type InvocationRef } from "./index.js";
import { same } from "./same.test-d.js";

const target = { service: "S", key: "k", handler: "h" };

export function references(ingress: Ingress): void {
  const refs: InvocationRef[] = [
    { ...target, invocationId: "inv_1" },
    { ...target, idempotencyKey: "k" },
    { ...target, workflow: true },
    { service: "S", handler: "h", invocationId: "inv_1" },
  ];
  same<Invocation<string>, ReturnType<typeof invocation<string>>>(true);
  void refs.map((ref) => invocation<string>(ingress, ref));
  // @ts-expect-error Nothing identifies it.
  invocation(ingress, target);
  // @ts-expect-error Two things do.
  invocation(ingress, { ...target, invocationId: "inv_1", idempotencyKey: "k" });
  // @ts-expect-error A workflow has a key.
  invocation(ingress, { service: "S", handler: "h", workflow: true });
}

export async function lookups(ingress: Ingress): Promise<void> {
  same<string, Awaited<ReturnType<typeof lookup>>>(true);
  await lookup(ingress, { ...target, idempotencyKey: "k" });
  await lookup(ingress, { ...target, workflow: true });
  // @ts-expect-error What has an id needs no lookup.
  await lookup(ingress, { ...target, invocationId: "inv_1" });
}
