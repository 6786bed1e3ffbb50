import { handler, workflowRun, type Invocation, type Handler } from "@restate-codegen/runtime";
import {
  connectAdmin,
  status,
  type Admin,
  type AnyInvocation,
  type KnownInvocation,
} from "@restate-codegen/runtime/admin";
import { expect, inject, vi } from "vitest";

import { ingress } from "../ingress.js";

/** A connection to the admin API of the server that the whole run shares. */
export const admin: Admin = connectAdmin({ url: inject("adminUrl") });

/** Ends at once, with its input. */
export const finish: Handler<number, number> = handler(ingress, {
  service: "Managed",
  handler: "finish",
});

/** Submits a workflow that ends at once. */
export async function submitWorkflow(key: string): Promise<Invocation<unknown>> {
  const target = { service: "ManagedWorkflow", key, handler: "run" };
  return workflowRun(ingress, target).submit(undefined);
}

/** Waits until an invocation has a status. */
export async function untilIts(which: AnyInvocation, state: string | undefined): Promise<void> {
  const look = async () => expect((await status(admin, which)).status).toBe(state);
  await vi.waitFor(look, { timeout: 25_000, interval: 200 });
}

/** The status of an invocation that there is. */
export async function statusOf(which: AnyInvocation): Promise<KnownInvocation> {
  const seen = await status(admin, which);
  expect(seen).not.toEqual({ status: "unknown" });
  return seen as KnownInvocation;
}
