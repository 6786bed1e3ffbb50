// What goes wrong where a client looks at an answer too quickly: each once seen in a client by hand.

import { randomUUID } from "node:crypto";

import { isIngressError } from "@restate-codegen/runtime";
import { myWorkflowClient, probeClient } from "probe/clients";
import { expect, test } from "vitest";

import { ingress } from "./ingress.js";
import { expectFailure } from "./since-17.js";

const probe = probeClient(ingress);

test("a handler that fails with a code of success does not look like a result", async () => {
  for (const code of [200, 204]) {
    await expectFailure(probe.fail({ code, message: "No more tea" }), {
      source: "invocation",
      code,
    });
  }
});

test("a workflow that fails with 470 is not 'not ready' forever", async () => {
  const { run } = myWorkflowClient(ingress, randomUUID());
  await run.submit({ greeting: "Hi", failWith: 470 });
  await expect(run.attach()).rejects.toMatchObject({ source: "invocation", code: 470 });
  await expect(run.output()).rejects.toMatchObject({ source: "invocation", code: 470 });
});

test("an error says more than a status and a text", async () => {
  const metadata = { sku: "tea" };
  const error: unknown = await probe
    .fail({ code: 409, message: "No more tea", metadata })
    .catch((reason: unknown) => reason);
  expect(isIngressError(error)).toBe(true);
  expect(error).toMatchObject({
    name: "IngressError",
    message: "No more tea",
    source: "invocation",
    code: 409,
    metadata,
    invocationId: expect.stringMatching(/^inv_/),
    target: { service: "Probe", handler: "fail" },
  });
});

test("a success can be asked for its invocation, and until when its result is kept", async () => {
  const idempotencyKey = randomUUID();
  const first = await probe.echo.withResponse("tea", { idempotencyKey });
  const replay = await probe.echo.withResponse("tea", { idempotencyKey });
  expect(first.invocationId).toMatch(/^inv_/);
  expect(replay.invocationId).toBe(first.invocationId);
  expect(replay.idempotencyExpires).toMatch(/^\d{4}-/);
});

test("a delayed submission tells when the workflow will run", async () => {
  const { run } = myWorkflowClient(ingress, randomUUID());
  const { executionTime } = await run.submit({ greeting: "Hi" }, { delay: { hours: 1 } });
  expect(Date.parse(executionTime ?? "") - Date.now()).toBeGreaterThan(3_500_000);
});

test("an output that is not ready can be printed, copied and spread", async () => {
  const { run } = myWorkflowClient(ingress, randomUUID());
  await run.submit({ greeting: "Hi", wait: true });
  const output = await run.output();
  expect(JSON.stringify(output)).toBe('{"ready":false}');
  expect({ ...output }).toEqual(structuredClone(output));
});

test("what a message results in can be attached to without an idempotency key", async () => {
  const sent = await probe.echo.send("tea");
  expect(await sent.attach()).toBe("tea");
});

test("bytes are bytes for who attaches to a message, too", async () => {
  const data = new Uint8Array([1, 2, 255]);
  const sent = await probe.bytes.send(data, { idempotencyKey: randomUUID() });
  expect(await sent.attach()).toEqual(data);
});

test("a repeated submission gets the first one's result, not a conflict", async () => {
  const { run } = myWorkflowClient(ingress, randomUUID());
  await run.submit({ greeting: "Hi" });
  const again = await run.submit({ greeting: "Bye" });
  expect(again.status).toBe("PreviouslyAccepted");
  expect(await again.attach()).toMatchObject({ greeting: expect.stringMatching(/^Hi /) });
});
