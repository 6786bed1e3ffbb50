// Where the official client surprises: each row was once seen in it, and does not happen here.

// First, because the SDK needs what it brings.
import "probe/services";

import { isIngressError } from "@restate-codegen/runtime";
import { connect, HttpCallError, rpc, serde } from "@restate-codegen/runtime/clients";
import { iface } from "@restatedev/restate-sdk-core";
import { randomUUID } from "node:crypto";
import { greeterClient, tallyClient } from "probe/clients";
import type { mailbox } from "probe/mailbox";
import type { myObject } from "probe/my-object";
import type { myWorkflow } from "probe/my-workflow";
import type { probe } from "probe/probe";
import type { tally } from "probe/tally";
import { describe, expect, inject, test } from "vitest";
import { expectFailure } from "../since-17.js";
import { spyingDropIn } from "./spying-drop-in.js";

type MyObject = typeof myObject;
type MyWorkflow = typeof myWorkflow;
type Probe = typeof probe;

const url = inject("ingressUrl");
const ingress = connect({ url });
const client = ingress.serviceClient<Probe>({ name: "Probe" });
const refusal = { name: "IngressError", source: "request", attempts: 0 };

describe("results", () => {
  test("an error with a code of success is an error", async () => {
    await expectFailure(client.fail({ code: 200, message: "Enough." }), {
      source: "invocation",
      code: 200,
      message: "Enough.",
    });
  });

  test("an empty key is a key", async () => {
    const object = ingress.objectClient<MyObject>({ name: "MyObject" }, "");
    expect(await object.who()).toBe("");
    const sent = await ingress
      .objectSendClient<MyObject>({ name: "MyObject" }, "")
      .greet({ greeting: "Hi" });
    expect(sent.invocationId).toMatch(/^inv_/);
  });

  test("a workflow that failed with 470 is no workflow that goes on", async () => {
    const workflow = ingress.workflowClient<MyWorkflow>({ name: "MyWorkflow" }, randomUUID());
    await workflow.workflowSubmit({ greeting: "Hi", failWith: 470 });
    const failure = { source: "invocation", code: 470 };
    await expect(workflow.workflowAttach()).rejects.toMatchObject(failure);
    await expect(workflow.workflowOutput()).rejects.toMatchObject(failure);
  });

  test("an empty idempotency key is a key, and keys that would be trimmed are refused", async () => {
    const label = randomUUID();
    const counted = (idempotencyKey: string) => client.counted(label, rpc.opts({ idempotencyKey }));
    expect(await counted("")).toBe(await counted(""));
    await expect(counted(" k ")).rejects.toMatchObject(refusal);
  });

  test("a delay that is none is refused", async () => {
    const sender = ingress.serviceSendClient<Probe>({ name: "Probe" });
    await expect(sender.nothing(rpc.sendOpts({ delay: NaN }))).rejects.toMatchObject(refusal);
  });

  test("headers are sent when attaching and peeking, too, and merged by name", async () => {
    const spy = spyingDropIn({ headers: { "Idempotency-Key": "connection", "X-Tenant": "a" } });
    const workflow = spy.ingress.workflowClient<MyWorkflow>({ name: "MyWorkflow" }, randomUUID());
    const opts = { headers: { "x-tenant": "b" } };
    await workflow
      .workflowSubmit({ greeting: "Hi" }, rpc.sendOpts({ headers: opts.headers }))
      .catch(String);
    await workflow.workflowAttach(rpc.opts(opts)).catch(String);
    await workflow.workflowOutput(rpc.opts(opts)).catch(String);
    expect(spy.headers.map((one) => one["x-tenant"])).toEqual(["b", "b", "b"]);
    const key = randomUUID();
    await spy.ingress
      .serviceClient<Probe>({ name: "Probe" })
      .echo("tea", rpc.opts({ idempotencyKey: key }));
    expect(spy.headers.at(-1)).toMatchObject({ "idempotency-key": key });
  });

  test("what says nothing has an empty body, and a content type is sent once", async () => {
    expect(await client.emptyInput()).toBe("pong");
    const headers = { "content-type": "application/json" };
    expect(await client.echo("tea", rpc.opts({ headers }))).toBe("tea");
  });
});

describe("a client", () => {
  test("can be awaited, printed, compared and stringified without a request", async () => {
    const spy = spyingDropIn({});
    const made = await Promise.resolve(spy.ingress.serviceClient<Probe>({ name: "Probe" }));
    expect(JSON.stringify({ made })).toBe('{"made":{}}');
    expect(String(made)).toBe("[object Object]");
    expect(made).toEqual(made);
    expect(await made.echo("tea")).toBe("tea");
    expect(spy.urls).toEqual([`${url}/Probe/echo`]);
  });

  test("of a contract is a plain object, with the contract's serdes", async () => {
    const contract = iface.service("Probe", {
      bytes: iface.serdes({ input: serde.binary, output: serde.binary }),
      nothing: iface.json<void, void>(),
    });
    expect(Object.keys(ingress.client(contract))).toEqual(["bytes", "nothing"]);
    const data = new Uint8Array([1, 2]);
    expect(await ingress.client(contract).bytes(data)).toEqual(data);
    const idempotencyKey = randomUUID();
    const sent = await ingress.sendClient(contract).bytes(data, rpc.sendOpts({ idempotencyKey }));
    expect(await ingress.result(sent)).toEqual(data);
    const copy = JSON.parse(JSON.stringify(sent)) as typeof sent;
    expect(await ingress.result(copy, serde.binary)).toEqual(data);
  });

  test("takes options of its own classes only", () => {
    expect(() => client.echo("tea", { timeout: 1 } as never)).toThrow(/rpc\.opts/);
  });
});

describe("addresses", () => {
  test.each([".", ".."])("the key %j is refused", async (key) => {
    const object = ingress.objectClient<MyObject>({ name: "MyObject" }, key);
    await expect(object.who()).rejects.toMatchObject(refusal);
  });

  test.each(["a/b", "50%", "ключ", "a?b#c"])("the key %j arrives as it is", async (key) => {
    expect(await ingress.objectClient<MyObject>({ name: "MyObject" }, key).who()).toBe(key);
  });

  test("names cannot lead elsewhere", async () => {
    const spy = spyingDropIn({});
    const handler = "../Tally/x/add";
    await spy.ingress.call({ service: "Probe", handler, parameter: 1 }).catch(String);
    await spy.ingress
      .send({ service: "Probe", handler: "echo/send?delay=1h&x=", parameter: 1 })
      .catch(String);
    await spy.ingress.resolveAwakeable("x/../../../Probe/echo?", 1).catch(String);
    expect(spy.urls.map((one) => one.slice(url.length))).toEqual([
      "/Probe/..%2FTally%2Fx%2Fadd",
      "/Probe/echo%2Fsend%3Fdelay%3D1h%26x%3D/send",
      "/restate/awakeables/x%2F..%2F..%2F..%2FProbe%2Fecho%3F/resolve",
    ]);
  });

  test("a call by name knows bytes, if it is told", async () => {
    const data = new Uint8Array([1, 2, 3]);
    const opts = rpc.opts({ input: serde.binary, output: serde.binary });
    const called = ingress.call({ service: "Probe", handler: "bytes", parameter: data, opts });
    expect(await called).toEqual(data);
  });
});

describe("waiting", () => {
  test("what was sent without an idempotency key has a result, too", async () => {
    const sent = await ingress.serviceSendClient<Probe>({ name: "Probe" }).echo("tea");
    expect(await ingress.result(sent)).toBe("tea");
  });

  test("a timeout and a signal both count, and a timeout is for all attempts", async () => {
    const { signal } = new AbortController();
    const start = Date.now();
    const patient = connect({ url, retry: true }).serviceClient<Probe>({ name: "Probe" });
    const idempotencyKey = randomUUID();
    const waiting = patient.sleep(20_000, rpc.opts({ timeout: 300, signal, idempotencyKey }));
    await expect(waiting).rejects.toMatchObject({ source: "timeout" });
    expect(Date.now() - start).toBeLessThan(10_000);
  });

  test("an output that is not ready can be printed and copied", async () => {
    const workflow = ingress.workflowClient<MyWorkflow>({ name: "MyWorkflow" }, randomUUID());
    await workflow.workflowSubmit({ greeting: "Hi", wait: true });
    const output = await workflow.workflowOutput();
    expect(JSON.stringify(output)).toBe('{"ready":false}');
    expect({ ...output }).toEqual({ ready: false });
    expect(() => output.result).toThrow(/no result yet/);
    await workflow.release("Mary");
  });

  test("a workflow is submitted without an idempotency key", async () => {
    const workflow = ingress.workflowClient<MyWorkflow>({ name: "MyWorkflow" }, randomUUID());
    const submitted = workflow.workflowSubmit(
      { greeting: "Hi" },
      rpc.sendOpts({ idempotencyKey: "a" }),
    );
    await expect(submitted).rejects.toMatchObject(refusal);
  });

  test("an awakeable is resolved and rejected", async () => {
    const name = randomUUID();
    const waiting = client.awaitText(name);
    const box = ingress.objectClient<typeof mailbox>({ name: "Mailbox" }, name);
    let id = await box.take();
    while (id === null) {
      id = await box.take();
    }
    await ingress.resolveAwakeable(id, "tea");
    expect(await waiting).toBe('resolved with "tea"');
  });
});

describe("errors", () => {
  test("say who failed, with what, and where", async () => {
    const failure = { code: 418, message: "A teapot.", metadata: { size: "small" } };
    const error: unknown = await Promise.resolve(client.fail(failure)).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(HttpCallError);
    expect(isIngressError(error)).toBe(true);
    expect(error).toMatchObject({
      status: 418,
      source: "invocation",
      code: 418,
      message: "A teapot.",
      metadata: { size: "small" },
      target: { service: "Probe", handler: "fail" },
      invocationId: expect.stringMatching(/^inv_/),
    });
    const { responseText } = error as HttpCallError;
    expect(JSON.parse(responseText)).toMatchObject({ message: "A teapot." });
    expect(JSON.stringify(error)).not.toContain("responseText");
  });

  test("of what was submitted tell when it runs", async () => {
    const sender = ingress.serviceSendClient<Probe>({ name: "Probe" });
    const sent = await sender.nothing(rpc.sendOpts({ delay: 1 }));
    expect(Date.parse(sent.executionTime ?? "")).toBeGreaterThan(0);
  });
});

describe("the connection", () => {
  test("is what generated clients take, so that a code base can move one call at a time", async () => {
    expect(await greeterClient(ingress).greet({ greeting: "Hi" })).toEqual({ greeting: "Hi!" });
    const label = randomUUID();
    expect(await tallyClient(ingress, label).add()).toBe(1);
    expect(await ingress.objectClient<typeof tally>({ name: "Tally" }, label).count()).toBe(1);
  });

  test("adds no header of its own", async () => {
    const headers = Object.keys(await client.headers());
    expect(headers.filter((name) => name.startsWith("x-restateclient"))).toEqual([]);
  });

  test("reads and writes with a serde for all", async () => {
    const data = new Uint8Array([1, 2, 3]);
    const plain = connect({ url, serde: serde.binary });
    expect(await plain.serviceClient<Probe>({ name: "Probe" }).bytes(data)).toEqual(data);
  });
});
