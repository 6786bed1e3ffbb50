import { randomUUID } from "node:crypto";

import { myObjectClient, myWorkflowClient } from "probe/clients";
import { describe, expect, it } from "vitest";

import { ingress } from "./ingress.js";
import { spyingIngress } from "./spying-ingress.js";

const oddKeys: readonly (readonly [name: string, key: string])[] = [
  ["empty", ""],
  ["a space", " "],
  ["spaces around", " a b "],
  ["a plus", "a+b"],
  ["a slash", "a/b"],
  ["only slashes", "//"],
  ["a per cent sign", "100%"],
  ["what looks encoded", "a%2Fb%20c"],
  ["a question mark", "a?b=c"],
  ["a hash", "a#b"],
  ["an ampersand", "a&b"],
  ["a backslash", "a\\b"],
  ["a colon", "a:b"],
  ["three dots", "..."],
  ["dots and a slash", "../x"],
  ["NUL", "a\0b"],
  ["a newline", "a\nb"],
  ["a carriage return and a tab", "\r\t"],
  ["quotes", `'"\``],
  ["umlauts", "Zoë Größe"],
  ["letters that combine", "e\u0301"],
  ["Chinese", "茶"],
  ["emoji", "🫖👩‍🍳"],
  ["a handler's name", "count"],
  ["very long", "k".repeat(60_000)],
];

describe("a key", () => {
  it.each(oddKeys)("with %s reaches a virtual object as it is", async (_name, key) => {
    expect(await myObjectClient(ingress, key).who()).toBe(key);
  });

  it.each(oddKeys)(
    "with %s can be sent to, and attached to by its reference",
    async (_name, key) => {
      const { who } = myObjectClient(ingress, key);
      const sent = await who.send({ idempotencyKey: randomUUID() });
      expect(await sent.attach()).toBe(key);
      expect(await who.invocation(sent.toJSON()).output()).toEqual({ ready: true, result: key });
    },
  );

  it.each(oddKeys)("with %s and an idempotency key finds the invocation", async (_name, key) => {
    const { who } = myObjectClient(ingress, key);
    const idempotencyKey = randomUUID();
    await who({ idempotencyKey });
    expect(await who.invocation({ idempotencyKey }).attach()).toBe(key);
  });

  it.each(oddKeys)("with %s names a workflow", async (_name, key) => {
    const workflow = myWorkflowClient(ingress, key);
    await workflow.run.submit({ greeting: "Hi" });
    expect(await workflow.run.attach()).toEqual({ greeting: `Hi ${key}!` });
    expect(await workflow.run.output()).toMatchObject({ ready: true });
  });

  it("of more than a request can hold is an error", async () => {
    await expect(myObjectClient(ingress, "k".repeat(70_000)).who()).rejects.toMatchObject({
      name: "IngressError",
      status: 414,
    });
  });
});

describe.each([".", "..", "\ud800", "a\udc00b"])("the key %j", (key) => {
  const refusal = { name: "IngressError", source: "request", attempts: 0 };

  it("is refused before anything is sent", async () => {
    const spy = spyingIngress();
    const requests: readonly (() => unknown)[] = [
      () => myObjectClient(spy.ingress, key).who(),
      () => myObjectClient(spy.ingress, key).who.send(),
      () => myWorkflowClient(spy.ingress, key).run.submit({ greeting: "Hi" }),
      () => myWorkflowClient(spy.ingress, key).run.attach(),
      () => myWorkflowClient(spy.ingress, key).run.output(),
    ];
    for (const request of requests) {
      // In a promise, because a client may refuse its key as soon as it is made.
      await expect(Promise.resolve().then(request)).rejects.toMatchObject(refusal);
    }
    expect(spy.urls).toEqual([]);
  });
});
