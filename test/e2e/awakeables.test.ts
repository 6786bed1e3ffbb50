import { randomUUID } from "node:crypto";

import { rejectAwakeable, resolveAwakeable, type Invocation } from "@restate-codegen/runtime";
import { mailboxClient, probeClient } from "probe/clients";
import { describe, expect, it, vi } from "vitest";

import { ingress, outside } from "./ingress.js";
import { spyingIngress } from "./spying-ingress.js";

interface Waiting {
  readonly id: string;
  readonly invocation: Invocation<string>;
}

async function startWaiting(): Promise<Waiting> {
  const name = randomUUID();
  const invocation = await probeClient(ingress).awaitText.send(name);
  const id = await vi.waitUntil(() => mailboxClient(outside, name).take(), {
    timeout: 10_000,
    interval: 50,
  });
  return { id, invocation };
}

describe("an awakeable", () => {
  it.each([
    ["text", "tea", `resolved with "tea"`],
    ["the empty text", "", `resolved with ""`],
    ["null", null, "resolved with null"],
    ["an object", { a: [1] }, `resolved with {"a":[1]}`],
    ["nothing", undefined, "resolved with nothing"],
  ])("can be resolved with %s", async (_name, payload, result) => {
    const { id, invocation } = await startWaiting();
    expect(await resolveAwakeable(ingress, id, payload)).toBeUndefined();
    expect(await invocation.attach()).toBe(result);
  });

  it("can be rejected, which fails the handler with the reason", async () => {
    const { id, invocation } = await startWaiting();
    expect(await rejectAwakeable(ingress, id, "No tea today: 茶")).toBeUndefined();
    await expect(invocation.attach()).rejects.toMatchObject({
      source: "invocation",
      code: 500,
      message: "No tea today: 茶",
    });
  });

  it("keeps what it was resolved with first", async () => {
    const { id, invocation } = await startWaiting();
    await resolveAwakeable(ingress, id, 1);
    await resolveAwakeable(ingress, id, 2);
    await rejectAwakeable(ingress, id, "too late");
    expect(await invocation.attach()).toBe("resolved with 1");
  });
});

describe("an id that is none", () => {
  it.each(["garbage", "x/../../../Probe/echo?", "a b", "é"])("%j is refused", async (id) => {
    const spy = spyingIngress();
    const requests = [
      () => resolveAwakeable(spy.ingress, id, "tea"),
      () => rejectAwakeable(spy.ingress, id, "no tea"),
    ];
    for (const request of requests) {
      await expect(request()).rejects.toMatchObject({ source: "ingress", code: 400 });
    }
    expect(spy.urls.map((url) => new URL(url).pathname)).toEqual([
      `/restate/awakeables/${encodeURIComponent(id)}/resolve`,
      `/restate/awakeables/${encodeURIComponent(id)}/reject`,
    ]);
  });

  it.each(["", ".", ".."])("%j is refused, whoever does it", async (id) => {
    await expect(resolveAwakeable(ingress, id, "tea")).rejects.toMatchObject({
      name: "IngressError",
    });
  });
});
