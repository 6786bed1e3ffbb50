// What goes wrong where a client puts texts into a path or a header as they are: each once seen in one by hand.

import { randomUUID } from "node:crypto";

import { noInputHandler, noInputWorkflowRun, resolveAwakeable } from "@restate-codegen/runtime";
import { myObjectClient, myWorkflowClient, tallyClient } from "probe/clients";
import { expect, test } from "vitest";

import { ingress, pathHere } from "./ingress.js";
import { expectSince17 } from "./since-17.js";
import { spyingIngress } from "./spying-ingress.js";

const refusal = { name: "IngressError", source: "request", attempts: 0 };

test("an empty key is a key: it calls and sends to its own object and handler", async () => {
  const spy = spyingIngress();
  const { who } = myObjectClient(spy.ingress, "");
  expect(await who()).toBe("");
  const sent = await who.send();
  expect(sent.invocationId).toMatch(/^inv_/);
  expect(await sent.attach()).toBe("");
  expect(spy.urls.slice(0, 2).map((url) => new URL(url).pathname)).toEqual([
    pathHere("call", "/MyObject//who"),
    pathHere("send", "/MyObject//who"),
  ]);
});

test("an empty key is a workflow's, too: it can be submitted, attached to and peeked at", async () => {
  const { run } = myWorkflowClient(ingress, "");
  await run.submit({ greeting: "Hi" });
  expect(await run.attach()).toEqual({ greeting: "Hi !" });
  expect(await run.output()).toMatchObject({ ready: true });
});

test("an empty idempotency key is a key: it runs the handler once, and can be attached to", async () => {
  const { add } = tallyClient(ingress, randomUUID());
  expect(await add({ idempotencyKey: "" })).toBe(1);
  expect(await add({ idempotencyKey: "" })).toBe(1);
  expect(await add.invocation({ idempotencyKey: "" }).attach()).toBe(1);
});

test("an idempotency key with blanks around it does not share another one's result", async () => {
  const { add } = tallyClient(ingress, randomUUID());
  expect(await add({ idempotencyKey: "k" })).toBe(1);
  await expect(add({ idempotencyKey: " k " })).rejects.toMatchObject(refusal);
});

test("a key of dots does not climb to another path", async () => {
  for (const key of [".", ".."]) {
    const spy = spyingIngress();
    expect(() => myObjectClient(spy.ingress, key)).toThrow(expect.objectContaining(refusal));
    expect(() => myWorkflowClient(spy.ingress, key)).toThrow(expect.objectContaining(refusal));
    expect(spy.urls).toEqual([]);
  }
});

test("an awakeable's id does not lead to another handler", async () => {
  const spy = spyingIngress();
  await expect(resolveAwakeable(spy.ingress, "x/../../../Probe/echo?", 1)).rejects.toMatchObject({
    source: "ingress",
    code: 400,
  });
  expect(spy.urls.map((url) => new URL(url).pathname)).toEqual([
    "/restate/awakeables/x%2F..%2F..%2F..%2FProbe%2Fecho%3F/resolve",
  ]);
});

test("a handler's name does not lead to another service, nor bring a delay along", async () => {
  const key = randomUUID();
  for (const name of [`../Tally/${key}/add`, "echo/send?delay=1h&x="]) {
    const crafted = noInputHandler(ingress, { service: "Probe", handler: name });
    await expect(crafted()).rejects.toMatchObject({ source: "ingress", code: 404 });
  }
  expect(await tallyClient(ingress, key).count()).toBe(0);
});

test("a workflow's own handler is submitted under its own name", async () => {
  const spy = spyingIngress();
  const { submit } = noInputWorkflowRun(spy.ingress, { service: "Flow", key: "k", handler: "go" });
  await expect(submit()).rejects.toMatchObject({ source: "ingress", code: 404 });
  expect(spy.urls.map((url) => new URL(url).pathname)).toEqual([pathHere("send", "/Flow/k/go")]);
});

test("a shared handler of a workflow takes messages", async () => {
  const { myOtherHandler } = myWorkflowClient(ingress, randomUUID());
  const sent = await myOtherHandler.send();
  expect(await sent.attach()).toEqual({ released: false });
});

test("an invocation is found by its id, its idempotency key, and its workflow's key", async () => {
  const { add } = tallyClient(ingress, randomUUID());
  const { invocationId } = await add.send({ idempotencyKey: "order/1" });
  expect(await add.invocation(String(invocationId)).attach()).toBe(1);
  const found = add.invocation({ idempotencyKey: "order/1" });
  await expectSince17(found.output(), { ready: true, result: 1 });
  const { run } = myWorkflowClient(ingress, randomUUID());
  await run.submit({ greeting: "Hi" });
  await run.attach();
  expect(await run.output()).toMatchObject({ ready: true });
});
