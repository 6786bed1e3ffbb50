import { randomUUID } from "node:crypto";

import { health, lookup, reattach, type InvocationRef } from "@restate-codegen/runtime";
import { myWorkflowClient, probeClient } from "probe/clients";
import { expect, it } from "vitest";

import { connectHere, ingress } from "./ingress.js";
import { expectSince17 } from "./since-17.js";

const probe = probeClient(ingress);

it("a call whose time was up says what to attach to", async () => {
  const patient = connectHere({ reattach: reattach(), autoIdempotencyKey: true });
  const call = probeClient(patient).sleep(1_000, { timeout: 300 });
  const error: unknown = await call.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ source: "timeout", ref: { service: "Probe", handler: "sleep" } });
  const { ref } = JSON.parse(JSON.stringify(error)) as { ref: InvocationRef };
  expect(await probe.sleep.invocation(ref).attach()).toBe(1_000);
});

it("an id can be looked up by an idempotency key, whatever is in it", async () => {
  for (const idempotencyKey of [randomUUID(), `${randomUUID()} /%?`]) {
    const { invocationId } = await probe.echo.withResponse(1, { idempotencyKey });
    const ref = { service: "Probe", handler: "echo", idempotencyKey };
    await expectSince17(lookup(ingress, ref), invocationId);
  }
});

it("an id can be looked up by a workflow's key", async () => {
  const key = randomUUID();
  const { invocationId } = await myWorkflowClient(ingress, key).run.submit({ greeting: "Hi" });
  const ref = { service: "MyWorkflow", key, handler: "run", workflow: true } as const;
  await expectSince17(lookup(ingress, ref), invocationId);
});

it("a workflow is run, or joined, in one line", async () => {
  const { run } = myWorkflowClient(ingress, randomUUID());
  const results = await Promise.all([
    run.submitAndAttach({ greeting: "Hi" }),
    run.submitAndAttach({ greeting: "Bye" }),
  ]);
  expect(results[0]).toEqual(results[1]);
});

it("the health of the ingress names the services", async () => {
  expect((await health(ingress)).services).toContain("Probe");
});
