// What goes wrong where a client repeats too much, too little or too long: each once seen in one by hand.

import { randomUUID } from "node:crypto";

import { retry, type Fetch } from "@restate-codegen/runtime";
import { probeClient, tallyClient } from "probe/clients";
import { expect, test } from "vitest";

import { connectHere, outside, server } from "./ingress.js";
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
  const hiding: Fetch = async (url, init, request) => {
    urls.push(url);
    const response = await server.fetch(url, init, request);
    const { status } = response;
    return new Response(await response.arrayBuffer(), {
      status,
      headers: { "content-type": "application/json" },
    });
  };
  const hidden = connectHere({ fetch: hiding, retry: eager });
  for (const code of [429, 500, 503]) {
    const call = probeClient(hidden).fail(
      { code, message: "no" },
      { idempotencyKey: randomUUID() },
    );
    await expect(call).rejects.toMatchObject({ source: "invocation", code, attempts: 1 });
  }
  expect(urls).toHaveLength(3);
});

test("a call without an idempotency key is not repeated once it may have arrived", async () => {
  const label = randomUUID();
  // The server gets the request, and its answer is lost.
  const losing: Fetch = async (...request) => {
    await server.fetch(...request);
    throw new TypeError("fetch failed");
  };
  const unlucky = connectHere({ fetch: losing, retry: eager });
  await expect(probeClient(unlucky).counted(label)).rejects.toMatchObject({ attempts: 1 });
  const { count } = tallyClient(outside, label);
  expect(await count()).toBe(1);
});
