// What goes wrong where a client repeats too much, too little or too long: each once seen in one by hand.

import { randomUUID } from "node:crypto";

import { connect, resolveAwakeable, retry, type Fetch } from "@restate-codegen/runtime";
import { probeClient, tallyClient } from "probe/clients";
import { expect, inject, test } from "vitest";

import { freePorts } from "../restate/free-ports.js";
import { spyingIngress } from "./spying-ingress.js";

const eager = retry({ maxAttempts: 4, initialInterval: 10 });

test("a timeout is one for all attempts, not one for each", async () => {
  const spy = spyingIngress({ retry: eager });
  const start = Date.now();
  const call = probeClient(spy.ingress).sleep(20_000, {
    timeout: 300,
    idempotencyKey: randomUUID(),
  });
  await expect(call).rejects.toMatchObject({ source: "timeout" });
  expect(Date.now() - start).toBeLessThan(3_000);
  expect(spy.urls).toHaveLength(1);
});

test("a handler's error is not retried where a browser hides who failed", async () => {
  const urls: string[] = [];
  // As a page sees an answer of another origin.
  const hiding: Fetch = async (url, init) => {
    urls.push(url);
    const { status, body } = await fetch(url, init);
    return new Response(body, { status, headers: { "content-type": "application/json" } });
  };
  const ingress = connect({ url: inject("ingressUrl"), fetch: hiding, retry: eager });
  for (const code of [429, 500, 503]) {
    const call = probeClient(ingress).fail(
      { code, message: "no" },
      { idempotencyKey: randomUUID() },
    );
    await expect(call).rejects.toMatchObject({ source: "invocation", code, attempts: 1 });
  }
  expect(urls).toHaveLength(3);
});

test("an awakeable is resolved in spite of failures, and takes the options of any request", async () => {
  const [port] = await freePorts(1);
  const ingress = connect({ url: `http://127.0.0.1:${port}`, retry: eager });
  await expect(resolveAwakeable(ingress, "sign_1x", 1)).rejects.toMatchObject({
    source: "network",
    attempts: 4,
  });
  const hasty = { retry: retry({ initialInterval: 5_000 }), timeout: 100 };
  await expect(resolveAwakeable(ingress, "sign_1x", 1, hasty)).rejects.toMatchObject({
    source: "timeout",
  });
});

test("a call without an idempotency key is not repeated once it may have arrived", async () => {
  const label = randomUUID();
  // The server gets the request, and its answer is lost.
  const losing: Fetch = async (url, init) => {
    await fetch(url, init);
    throw new TypeError("fetch failed");
  };
  const ingress = connect({ url: inject("ingressUrl"), fetch: losing, retry: eager });
  await expect(probeClient(ingress).counted(label)).rejects.toMatchObject({ attempts: 1 });
  const { count } = tallyClient(connect({ url: inject("ingressUrl") }), label);
  expect(await count()).toBe(1);
});
