// What goes wrong where a client sends more, less or other than it was asked to: each once seen in one by hand.

import { randomUUID } from "node:crypto";

import { greeterClient, myWorkflowClient, probeClient, tallyClient } from "probe/clients";
import { expect, test } from "vitest";

import { ingress } from "./ingress.js";
import { spyingIngress } from "./spying-ingress.js";

const probe = probeClient(ingress);
const refusal = { name: "IngressError", source: "request", attempts: 0 };

test("headers are sent with everything, with attaching and peeking too", async () => {
  const { invocationId } = await probe.nothing.send();
  const spy = spyingIngress();
  const headers = { authorization: "Bearer a" };
  const found = probeClient(spy.ingress).nothing.invocation(String(invocationId));
  await found.attach({ headers });
  await found.output({ headers });
  const { run } = myWorkflowClient(spy.ingress, randomUUID());
  await run.submit({ greeting: "Hi" }, { headers });
  await run.attach({ headers });
  await run.output({ headers });
  expect(spy.headers).toHaveLength(5);
  for (const sent of spy.headers) {
    expect(sent).toMatchObject(headers);
  }
});

test("a header of the call takes the place of the connection's, whatever their case", async () => {
  const spy = spyingIngress({ headers: { "X-Tenant": "a", "Idempotency-Key": "a" } });
  const idempotencyKey = randomUUID();
  const seen = await probeClient(spy.ingress).headers({
    headers: { "x-tenant": "b" },
    idempotencyKey,
  });
  expect(seen).toMatchObject({ "x-tenant": "b" });
  expect(spy.headers).toMatchObject([{ "x-tenant": "b", "idempotency-key": idempotencyKey }]);
});

test("a content type given as a header is not sent twice", async () => {
  const headers = { "Content-Type": "application/json" };
  expect(await probe.echo("tea", { headers })).toBe("tea");
  expect(await probe.nothing({ headers })).toBeUndefined();
});

test("a delay that is not a number does not run the handler at once", async () => {
  const { add, count } = tallyClient(ingress, randomUUID());
  await expect(add.send({ delay: NaN })).rejects.toMatchObject(refusal);
  expect(await count()).toBe(0);
});

test("a client can be awaited and returned by an async function", async () => {
  const spy = spyingIngress();
  const make = async () => Promise.resolve(probeClient(spy.ingress));
  const client = await make();
  expect(await client.echo("tea")).toBe("tea");
  expect(spy.urls).toHaveLength(1);
});

test("a client can be printed, logged and compared, and sends nothing", () => {
  const spy = spyingIngress();
  const client = greeterClient(spy.ingress);
  expect(JSON.stringify({ client })).toBe('{"client":{}}');
  expect(String(client)).toBe("[object Object]");
  expect(String(client.greet)).toContain("=>");
  expect({ ...client }).toEqual(client);
  expect(spy.urls).toEqual([]);
});

test("a handler without input is sent no body and no content type", async () => {
  const spy = spyingIngress();
  expect(await probeClient(spy.ingress).emptyInput()).toBe("pong");
  expect(spy.headers[0]).not.toHaveProperty("content-type");
});

test("bytes are sent as bytes, not as a JSON object of numbers", async () => {
  const spy = spyingIngress();
  const data = new Uint8Array([1, 2]);
  expect(await probeClient(spy.ingress).bytes(data)).toEqual(data);
  expect(spy.headers).toMatchObject([{ "content-type": "application/octet-stream" }]);
});

test("a workflow's submission takes no idempotency key, which the server would refuse", async () => {
  const { run } = myWorkflowClient(ingress, randomUUID());
  // @ts-expect-error: the key of the workflow is the one it has.
  const submitted = run.submit({ greeting: "Hi" }, { idempotencyKey: "a" });
  await expect(submitted).rejects.toMatchObject({ source: "ingress", code: 400 });
});

test("a private handler, which the server would refuse, is not there", () => {
  // @ts-expect-error: only other services may call it.
  expect(probe.secret).toBeUndefined();
});

test("a timeout and a signal go together", async () => {
  const { signal } = new AbortController();
  const slow = probe.sleep(5_000, { timeout: 100, signal });
  await expect(slow).rejects.toMatchObject({ source: "timeout" });
  const reason = new Error("enough");
  const aborted = probe.sleep(5_000, { timeout: 5_000, signal: AbortSignal.abort(reason) });
  await expect(aborted).rejects.toBe(reason);
});

test("what JSON cannot carry is refused before anything is sent, and says why", async () => {
  await expect(probe.echo(1n)).rejects.toMatchObject({
    ...refusal,
    message: expect.stringContaining("BigInt"),
  });
});

test("a handler sees no header that its caller did not send", async () => {
  const spy = spyingIngress();
  await probeClient(spy.ingress).nothing();
  expect(spy.headers).toEqual([{}]);
});
