import { randomUUID } from "node:crypto";

import {
  connect,
  handler,
  health,
  lookup,
  noInputWorkflowRun,
  reattach,
  resolveAwakeable,
  retry,
  type Fetch,
  type Invocation,
} from "@restate-codegen/runtime";
import {
  greeterClient,
  mailboxClient,
  myObjectClient,
  myWorkflowClient,
  probeClient,
  tallyClient,
} from "probe/clients";
import { describe, expect, inject, it, vi } from "vitest";

import { ingress } from "./ingress.js";
import { spyingIngress } from "./spying-ingress.js";

const url = inject("ingressUrl");
const probe = probeClient(ingress);

/** What a page sees of the server: no header of Restate's. */
const pageFetch: Fetch = async (address, init) => {
  const { status, body } = await fetch(address, init);
  return new Response([204, 304].includes(status) ? null : body, { status });
};

describe("no wrong result, silently", () => {
  it.each([200, 299])("a handler that fails with %i has failed", async (code) => {
    await expect(probe.fail({ code, message: "no" })).rejects.toMatchObject({ code });
    const page = probeClient(connect({ url, fetch: pageFetch }));
    await expect(page.fail({ code, message: "no" })).rejects.toMatchObject({ code });
  });

  it("an empty key is a key, and no other handler is reached", async () => {
    expect(await myObjectClient(ingress, "").who()).toBe("");
    const sent = await myObjectClient(ingress, "").who.send();
    expect(await sent.attach()).toBe("");
    const workflow = myWorkflowClient(ingress, "");
    await workflow.run.submit({ greeting: "Hi" });
    expect(await workflow.run.attach()).toMatchObject({});
  });

  it("a workflow that failed with 470 is not one that goes on", async () => {
    const { run } = myWorkflowClient(ingress, randomUUID());
    await run.submit({ greeting: "Hi", failWith: 470 });
    await expect(run.attach()).rejects.toMatchObject({ code: 470 });
    await expect(run.output()).rejects.toMatchObject({ code: 470 });
  });

  it("an empty idempotency key is sent, and one with blanks around it is not taken for another", async () => {
    const tally = tallyClient(ingress, randomUUID());
    expect(await tally.add({ idempotencyKey: "" })).toBe(1);
    expect(await tally.add({ idempotencyKey: "" })).toBe(1);
    await expect(tally.add({ idempotencyKey: " k " })).rejects.toMatchObject({ source: "request" });
  });

  it("headers of a call go with attach and output, too", async () => {
    const spy = spyingIngress();
    const { run } = myWorkflowClient(spy.ingress, randomUUID());
    const headers = { authorization: "Bearer t" };
    const sent = await run.submit({ greeting: "Hi" }, { headers });
    await Promise.all([
      sent.attach({ headers }),
      run.attach({ headers }),
      run.output({ headers }).catch(() => undefined),
    ]);
    expect(spy.headers).toHaveLength(4);
    expect(spy.headers.every((sentHeaders) => sentHeaders["authorization"] === "Bearer t")).toBe(
      true,
    );
  });

  it("a header of the call takes the place of the connection's, in any case", async () => {
    const spy = spyingIngress({ headers: { "Idempotency-Key": "conn", "X-A": "1" } });
    await tallyClient(spy.ingress, randomUUID()).add({
      idempotencyKey: "call",
      headers: { "x-a": "2" },
    });
    expect(spy.headers).toEqual([{ "idempotency-key": "call", "x-a": "2" }]);
  });

  it("a delay that is no number is not sent at once", async () => {
    const spy = spyingIngress();
    const sent = probeClient(spy.ingress).nothing.send({ delay: NaN });
    await expect(sent).rejects.toMatchObject({ source: "request" });
    expect(spy.urls).toEqual([]);
  });
});

describe("no surprise", () => {
  it("a client can be awaited, stringified and printed, without a request", async () => {
    const spy = spyingIngress();
    const client = greeterClient(spy.ingress);
    expect(await Promise.resolve(client)).toBe(client);
    expect(JSON.stringify({ client })).toBe('{"client":{}}');
    expect(String(client)).toBe("[object Object]");
    expect(spy.urls).toEqual([]);
  });

  it("a key of dots is refused, and reaches nobody", async () => {
    for (const key of [".", ".."]) {
      const request = Promise.resolve().then(() => myObjectClient(ingress, key).who());
      await expect(request).rejects.toMatchObject({ source: "request" });
    }
  });

  it("a handler without input gets no content type, and bytes are bytes", async () => {
    expect(await probe.emptyInput()).toBe("pong");
    expect(await probe.bytes(new Uint8Array([1, 2]))).toEqual(new Uint8Array([1, 2]));
    const sent = await probe.bytes.send(new Uint8Array([1, 2]), { idempotencyKey: randomUUID() });
    expect(await sent.attach()).toEqual(new Uint8Array([1, 2]));
  });

  it("a message without an idempotency key can be attached to", async () => {
    const sent = await probe.echo.send({ a: 1 });
    expect(await sent.attach()).toEqual({ a: 1 });
    expect(await sent.output()).toEqual({ ready: true, result: { a: 1 } });
  });

  it("a content type among the headers does not double", async () => {
    const headers = { "content-type": "application/json" };
    expect(await probe.echo(1, { headers })).toBe(1);
  });

  it("a workflow's own handler need not be called run", async () => {
    const spy = spyingIngress();
    const target = { service: "Nope", key: "k", handler: "start" };
    await expect(noInputWorkflowRun(spy.ingress, target).submit()).rejects.toMatchObject({
      code: 404,
    });
    expect(spy.urls).toEqual([`${url}/Nope/k/start/send`]);
  });

  it("a timeout and a signal go together", async () => {
    const { signal } = new AbortController();
    const call = probe.sleep(9_000, { timeout: 100, signal });
    await expect(call).rejects.toMatchObject({ source: "timeout" });
  });

  it("the timeout is that of all attempts, and no call runs longer", async () => {
    const patient = probeClient(connect({ url, retry: retry(), autoIdempotencyKey: true }));
    const start = Date.now();
    await expect(patient.sleep(9_000, { timeout: 300 })).rejects.toMatchObject({
      source: "timeout",
      attempts: 1,
    });
    expect(Date.now() - start).toBeLessThan(3_000);
  });

  it("a handler's error is final, in a page too", async () => {
    const page = probeClient(connect({ url, fetch: pageFetch, retry: retry() }));
    const call = page.fail({ code: 503, message: "no" }, { idempotencyKey: randomUUID() });
    await expect(call).rejects.toMatchObject({ source: "invocation", attempts: 1 });
  });

  it("an awakeable is repeated and takes options, and its id reaches nobody else", async () => {
    const failures = [new TypeError("reset"), new TypeError("reset")];
    const flaky: Fetch = (address, init) => {
      const failure = failures.pop();
      return failure ? Promise.reject(failure) : fetch(address, init);
    };
    const patient = connect({ url, fetch: flaky, retry: retry({ initialInterval: 1 }) });
    const name = randomUUID();
    const waiting: Invocation<string> = await probe.awaitText.send(name);
    const id = await vi.waitUntil(() => mailboxClient(ingress, name).take(), { timeout: 10_000 });
    await resolveAwakeable(patient, id, "tea", { timeout: 5_000 });
    expect(await waiting.attach()).toBe(`resolved with "tea"`);
    await expect(resolveAwakeable(ingress, "x/../../../Probe/echo?")).rejects.toMatchObject({
      source: "ingress",
      code: 400,
    });
  });

  it("names are encoded, so that they call nobody else", async () => {
    for (const name of ["../MyObject/k/who", "echo/send?delay=1h&x="]) {
      const call = handler(ingress, { service: "Probe", handler: name })(1);
      await expect(call).rejects.toMatchObject({ source: "ingress", code: 404 });
    }
  });

  it("a result that is not ready is plain data", async () => {
    const sent = await probe.sleep.send(500);
    const peek = await sent.output();
    expect(JSON.stringify({ ...peek })).toBe('{"ready":false}');
  });

  it("nothing is added to the headers", async () => {
    const spy = spyingIngress();
    await probeClient(spy.ingress).echo(1);
    expect(spy.headers).toEqual([{ "content-type": "application/json" }]);
  });
});

describe("nothing is out of reach", () => {
  it("a call's invocation id, and when a message runs", async () => {
    expect((await probe.nothing.withResponse()).invocationId).toMatch(/^inv_/);
    const sent = await probe.nothing.send({ delay: { hours: 1 } });
    expect(sent).toMatchObject({ executionTime: expect.stringMatching(/^\d{4}-/) as string });
    const { run } = myWorkflowClient(ingress, randomUUID());
    const submitted = await run.submit({ greeting: "Hi" }, { delay: { hours: 1 } });
    expect(submitted.executionTime).toMatch(/^\d{4}-/);
  });

  it("a message to a shared handler of a workflow", async () => {
    const { release } = myWorkflowClient(ingress, randomUUID());
    expect(await (await release.send("you")).attach()).toBeUndefined();
  });

  it("attach, output and lookup by idempotency key", async () => {
    const idempotencyKey = randomUUID();
    const { invocationId } = await probe.echo.withResponse(1, { idempotencyKey });
    const found = probe.echo.invocation({ idempotencyKey });
    expect(await found.attach()).toBe(1);
    expect(await found.output()).toEqual({ ready: true, result: 1 });
    const ref = { service: "Probe", handler: "echo", idempotencyKey };
    expect(await lookup(ingress, ref)).toBe(invocationId);
  });

  it("a workflow's id by its key, and one line to run it or join it", async () => {
    const key = randomUUID();
    const { run } = myWorkflowClient(ingress, key);
    const results = await Promise.all([
      run.submitAndAttach({ greeting: "Hi" }),
      run.submitAndAttach({ greeting: "Hi" }),
    ]);
    expect(results[0]).toEqual(results[1]);
    const { invocationId } = await run.submit({ greeting: "Hi" });
    const ref = { service: "MyWorkflow", key, handler: "run", workflow: true } as const;
    expect(await lookup(ingress, ref)).toBe(invocationId);
  });

  it("the health of the ingress", async () => {
    expect((await health(ingress)).services).toContain("Probe");
  });

  it("a result after the time that a connection lasts", async () => {
    // Each wait is cut after a while, as a proxy or `fetch` itself does it.
    const cut: Fetch = (address, init) =>
      fetch(address, { ...init, signal: AbortSignal.timeout(300) });
    const patient = connect({ url, fetch: cut, reattach: reattach(), autoIdempotencyKey: true });
    expect(await probeClient(patient).sleep(1_500)).toBe(1_500);
    const { run, release } = myWorkflowClient(patient, randomUUID());
    await run.submit({ greeting: "Hi", wait: true });
    setTimeout(() => void release("you"), 1_000);
    expect(await run.attach()).toEqual({ greeting: "Hi you!" });
  });

  it("the invocation behind a call whose time was up", async () => {
    const patient = connect({ url, reattach: reattach(), autoIdempotencyKey: true });
    const { sleep } = probeClient(patient);
    const error: unknown = await sleep(1_000, { timeout: 300 }).catch((e: unknown) => e);
    expect(error).toMatchObject({ source: "timeout", ref: { service: "Probe", handler: "sleep" } });
    const { ref } = JSON.parse(JSON.stringify(error)) as {
      ref: Parameters<typeof sleep.invocation>[0];
    };
    expect(await sleep.invocation(ref).attach()).toBe(1_000);
  });
});
