import { randomUUID } from "node:crypto";

import {
  connect,
  handler,
  invocation,
  reattach,
  type IdRef,
  type InvocationRef,
} from "@restate-codegen/runtime";
import {
  cancel,
  connectAdmin,
  kill,
  purge,
  purgeJournal,
  restartAsNew,
  resume,
} from "@restate-codegen/runtime/admin";
import { describe, expect, inject, it } from "vitest";

import { ingress } from "../ingress.js";
import { admin, finish, statusOf, submitWorkflow, untilIts } from "./connection.js";
import { states } from "./managed-services.js";

describe("a restart", () => {
  it("gives the id and the reference of the new invocation", async () => {
    const sent = await finish.send(7);
    await sent.attach();
    const restarted = await restartAsNew(admin, sent);
    expect(restarted).toMatchObject({ outcome: "restarted" });
    const { invocationId, ref } = restarted as { invocationId: string; ref: IdRef };
    expect(invocationId).not.toBe(sent.invocationId);
    expect(ref).toEqual({ service: "Managed", handler: "finish", invocationId });
    expect(await invocation(ingress, ref).attach()).toBe(7);
    const { invokedBy, restartedFrom } = await statusOf(ref);
    expect([invokedBy, restartedFrom]).toEqual(["restart_as_new", sent.invocationId]);
  });

  it("by an id alone gives an id", async () => {
    const sent = await finish.send(7);
    await sent.attach();
    const restarted = await restartAsNew(admin, sent.invocationId as string, { from: 1 });
    expect(restarted).toMatchObject({ outcome: "restarted", ref: undefined });
  });

  it("is impossible without the journal", async () => {
    const sent = await finish.send(7);
    await sent.attach();
    expect(await purgeJournal(admin, sent)).toEqual({ outcome: "purged" });
    expect(await restartAsNew(admin, sent)).toEqual({ outcome: "input-gone" });
  });

  it("is impossible for a workflow", async () => {
    const sent = await submitWorkflow(randomUUID());
    await sent.attach();
    expect(await restartAsNew(admin, sent)).toEqual({ outcome: "unsupported" });
  });

  it.each([{ from: 99 }, { deployment: "dp_nope" }])("refuses %o", async (options) => {
    const sent = await finish.send(7);
    await sent.attach();
    const refused = restartAsNew(admin, sent, options);
    await expect(refused).rejects.toMatchObject({ source: "ingress", status: 400 });
  });
});

describe("a resumption", () => {
  it("keeps the deployment of one that runs", async () => {
    const sent = await states.running(ingress);
    await untilIts(sent, "running");
    const resumed = resume(admin, sent, { deployment: "latest" });
    expect(await resumed).toEqual({ outcome: "deployment-kept" });
    await kill(admin, sent);
  });

  it("changes the deployment of one that is suspended", async () => {
    const sent = await states.suspended(ingress);
    await untilIts(sent, "suspended");
    const resumed = resume(admin, sent, { deployment: "latest" });
    expect(await resumed).toEqual({ outcome: "resumed" });
    await kill(admin, sent);
  });

  it("refuses a deployment that there is not", async () => {
    const sent = await states.paused(ingress);
    await untilIts(sent, "paused");
    const resumed = resume(admin, sent, { deployment: "dp_nope" });
    await expect(resumed).rejects.toMatchObject({ source: "ingress", status: 400 });
    await kill(admin, sent);
  });
});

describe("who waits", () => {
  it.each([
    ["cancel", cancel, "canceled"],
    ["kill", kill, "killed"],
  ] as const)("learns of a %s", async (_name, verb, message) => {
    const target = { service: "ManagedObject", key: randomUUID(), handler: "run" };
    const idempotencyKey = randomUUID();
    const ref = { ...target, idempotencyKey };
    await handler(ingress, target).send(undefined);
    const call = handler(ingress, target)(undefined, { idempotencyKey });
    const failed = expect(call).rejects.toMatchObject({ source: "invocation", code: 409, message });
    await untilIts(ref, "pending");
    expect(await verb(admin, ref)).not.toEqual({ outcome: "unknown" });
    await failed;
    await expect(invocation(ingress, ref).output()).rejects.toMatchObject({ status: 404 });
  });

  it("still finds the result after its journal was purged, but not after it was", async () => {
    const sent = await finish.send(7);
    await sent.attach();
    await purgeJournal(admin, sent);
    expect(await sent.output()).toEqual({ ready: true, result: 7 });
    await purge(admin, sent);
    await expect(sent.output()).rejects.toMatchObject({ source: "ingress", status: 404 });
  });
});

it.each(["nonsense", "inv_nonsense"])("an id like %s is refused by the server", async (id) => {
  await expect(cancel(admin, id)).rejects.toMatchObject({ source: "ingress", status: 400 });
});

it("the ingress is not taken for the admin API", async () => {
  const { invocationId } = await finish.send(7);
  const wrong = connectAdmin({ url: inject("ingressUrl") });
  await expect(purge(wrong, invocationId as string)).rejects.toMatchObject({ source: "ingress" });
});

it("what a time-out leaves behind can be cancelled by its error", async () => {
  const keyed = connect({ url: inject("ingressUrl"), reattach: reattach() });
  const call = handler(keyed, { service: "ManagedObject", key: randomUUID(), handler: "run" });
  const options = { idempotencyKey: randomUUID(), timeout: 500 };
  const error: unknown = await call(undefined, options).catch((reason: unknown) => reason);
  const { ref } = error as { ref: InvocationRef };
  expect(await cancel(admin, ref)).toEqual({ outcome: "accepted" });
  await untilIts(ref, "completed");
});
