import { randomUUID } from "node:crypto";

import { handler, noInputHandler, type Ingress, type Invocation } from "@restate-codegen/runtime";
import * as restate from "@restatedev/restate-sdk";

const hour = 3_600_000;

const managed = restate.service({
  name: "Managed",
  handlers: {
    finish: async (_ctx: restate.Context, value: number): Promise<number> => value,
    refuse: async (_ctx: restate.Context): Promise<void> => {
      throw new restate.TerminalError("no tea", { errorCode: 418 });
    },
    run: async (ctx: restate.Context): Promise<void> => ctx.sleep(hour),
    suspend: restate.handlers.handler(
      { inactivityTimeout: 0 },
      async (ctx: restate.Context): Promise<void> => ctx.sleep(hour),
    ),
    stumble: restate.handlers.handler(
      { retryPolicy: { initialInterval: hour } },
      async (_ctx: restate.Context): Promise<void> => Promise.reject(new Error("stumbled")),
    ),
    stop: restate.handlers.handler(
      { retryPolicy: { maxAttempts: 1, onMaxAttempts: "pause" } },
      async (_ctx: restate.Context): Promise<void> => Promise.reject(new Error("stopped")),
    ),
  },
});

const managedObject = restate.object({
  name: "ManagedObject",
  handlers: { run: async (ctx: restate.ObjectContext): Promise<void> => ctx.sleep(hour) },
});

const managedWorkflow = restate.workflow({
  name: "ManagedWorkflow",
  handlers: { run: async (_ctx: restate.WorkflowContext): Promise<string> => "done" },
});

/** What brings invocations into every state that there is. */
export const managedServices = [managed, managedObject, managedWorkflow];

/** How to make an invocation that ends up in a state. */
export type States = Readonly<Record<string, (ingress: Ingress) => Promise<Invocation<unknown>>>>;

/** An invocation for each status that the server knows. Those of them that run would do so for an hour. */
export const states = {
  running: async (ingress) => send(ingress, "run"),
  suspended: async (ingress) => send(ingress, "suspend"),
  "backing-off": async (ingress) => send(ingress, "stumble"),
  paused: async (ingress) => send(ingress, "stop"),
  scheduled: async (ingress) =>
    handler(ingress, { service: "Managed", handler: "finish" }).send(7, { delay: { hours: 1 } }),
  pending: async (ingress) => {
    const target = { service: "ManagedObject", key: randomUUID(), handler: "run" };
    await noInputHandler(ingress, target).send();
    return noInputHandler(ingress, target).send();
  },
  completed: async (ingress) => handler(ingress, { service: "Managed", handler: "finish" }).send(7),
} satisfies States;

async function send(ingress: Ingress, handler: string): Promise<Invocation<unknown>> {
  return noInputHandler(ingress, { service: "Managed", handler }).send();
}
