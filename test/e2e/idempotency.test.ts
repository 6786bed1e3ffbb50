import { randomUUID } from "node:crypto";

import type { Invocation } from "@restate-codegen/runtime";
import { myWorkflowClient, tallyClient } from "probe/clients";
import { describe, expect, it } from "vitest";

import { ingress } from "./ingress.js";
import { expectSince17 } from "./since-17.js";
import { spyingIngress } from "./spying-ingress.js";

/** Calls twice with an idempotency key, and returns the one invocation that this makes. */
async function callTwice(idempotencyKey: string): Promise<Invocation<number>> {
  // A key counts per handler and object, so a fresh object makes each run of the tests new.
  const tally = tallyClient(ingress, randomUUID());
  expect(await tally.add({ idempotencyKey })).toBe(1);
  expect(await tally.add({ idempotencyKey })).toBe(1);
  expect(await tally.count()).toBe(1);
  return tally.add.invocation({ idempotencyKey });
}

describe.each([
  ["plain", "abcde"],
  ["empty", ""],
  ["like an address", "mary@example.com:8080"],
  ["of all signs that a path can hold", "-._~!$&'()*+,;=:@"],
  ["named as a verb", "attach"],
  ["very long", "k".repeat(5_000)],
])("an idempotency key %s", (_name, idempotencyKey) => {
  it("runs the handler once, and is enough to find the result", async () => {
    const found = await callTwice(idempotencyKey);
    expect(await found.attach()).toBe(1);
    expect(await found.output()).toEqual({ ready: true, result: 1 });
  });
});

describe.each([
  ["with a slash", "order/1"],
  ["with only a slash", "/"],
  ["with spaces inside", "a b  c"],
  ["with a per cent sign", "50%"],
  ["that looks encoded", "a%2Fb"],
  ["with a query", "a?b=c&d#e"],
  ["of one dot", "."],
  ["of two dots", ".."],
  ["with quotes", `"a'`],
  ["with a backslash", "a\\b"],
])("an idempotency key %s, which no path can hold,", (_name, idempotencyKey) => {
  it("runs the handler once, and is enough to find the result", async () => {
    const found = await callTwice(idempotencyKey);
    await expectSince17(found.attach(), 1);
    await expectSince17(found.output(), { ready: true, result: 1 });
  });
});

describe("an idempotency key", () => {
  it("lets concurrent calls share one run", async () => {
    const tally = tallyClient(ingress, randomUUID());
    const calls = Array.from({ length: 5 }, () => tally.add({ idempotencyKey: "a" }));
    expect(await Promise.all(calls)).toEqual([1, 1, 1, 1, 1]);
    expect(await tally.count()).toBe(1);
  });

  it("that differs makes another run", async () => {
    const tally = tallyClient(ingress, randomUUID());
    await tally.add({ idempotencyKey: "a" });
    expect(await tally.add({ idempotencyKey: "b" })).toBe(2);
  });

  it("works for the shared handlers of a workflow", async () => {
    const { myOtherHandler } = myWorkflowClient(ingress, randomUUID());
    const first = await myOtherHandler.withResponse({ idempotencyKey: "a:b" });
    const second = await myOtherHandler.withResponse({ idempotencyKey: "a:b" });
    expect(second.invocationId).toBe(first.invocationId);
    const result = { released: false };
    expect(await myOtherHandler.invocation({ idempotencyKey: "a:b" }).attach()).toEqual(result);
    await myOtherHandler({ idempotencyKey: "a/b" });
    const odd = myOtherHandler.invocation({ idempotencyKey: "a/b" });
    await expectSince17(odd.attach(), result);
  });

  it.each([
    ["a blank before", " a"],
    ["a blank after", "a "],
    ["a tab after", "a\t"],
    ["only a blank", " "],
    ["an umlaut", "é"],
    ["an emoji", "🫖"],
    ["a newline", "a\nb"],
    ["NUL", "a\0"],
  ])("with %s is refused before anything is sent", async (_name, idempotencyKey) => {
    const spy = spyingIngress();
    const { add } = tallyClient(spy.ingress, "refused");
    const requests: readonly (() => unknown)[] = [
      () => add({ idempotencyKey }),
      () => add.send({ idempotencyKey }),
      () => add.withResponse({ idempotencyKey }),
      () => add.invocation({ idempotencyKey }).attach(),
    ];
    for (const request of requests) {
      // In a promise, because `invocation` may refuse the key at once.
      await expect(Promise.resolve().then(request)).rejects.toMatchObject({
        name: "IngressError",
        source: "request",
        attempts: 0,
      });
    }
    expect(spy.urls).toEqual([]);
  });
});
