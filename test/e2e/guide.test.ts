import { randomUUID } from "node:crypto";

import { type Invocation, type SubmitOptions } from "@restate-codegen/runtime";
import {
  greeterClient,
  myObjectClient,
  myWorkflowClient,
  probeClient,
  tallyClient,
} from "probe/clients";
import { describe, expect, it } from "vitest";

import { connectHere, ingress, outside } from "./ingress.js";

const greeting = { greeting: "Hi" };

interface Kind {
  readonly kind: string;
  readonly call: (key: string) => Promise<unknown>;
  readonly send: (key: string, options?: SubmitOptions) => Promise<Invocation<unknown>>;
  readonly result: (key: string) => unknown;
}

const kinds: readonly Kind[] = [
  {
    kind: "a service",
    call: () => greeterClient(ingress).greet(greeting),
    send: (_key, options) => greeterClient(ingress).greet.send(greeting, options),
    result: () => ({ greeting: "Hi!" }),
  },
  {
    kind: "a virtual object",
    call: (key) => myObjectClient(ingress, key).greet(greeting),
    send: (key, options) => myObjectClient(ingress, key).greet.send(greeting, options),
    result: (key) => ({ greeting: `Hi ${key}!` }),
  },
  {
    kind: "a workflow",
    call: async (key) => {
      await myWorkflowClient(ingress, key).run.submit(greeting);
      return myWorkflowClient(ingress, key).run.attach();
    },
    send: (key, options) => myWorkflowClient(ingress, key).run.submit(greeting, options),
    result: (key) => ({ greeting: `Hi ${key}!` }),
  },
  {
    kind: "a shared handler of a workflow",
    call: (key) => myWorkflowClient(ingress, key).myOtherHandler(),
    send: (key, options) => myWorkflowClient(ingress, key).myOtherHandler.send(options),
    result: () => ({ released: false }),
  },
];

describe.each(kinds)("$kind", ({ call, send, result }) => {
  it("answers a call", async () => {
    const key = randomUUID();
    expect(await call(key)).toEqual(result(key));
  });

  it("takes a message, whose sender may attach later", async () => {
    const key = randomUUID();
    const sent = await send(key);
    expect(sent).toMatchObject({
      invocationId: expect.stringMatching(/^inv_/),
      status: "Accepted",
    });
    expect(sent.executionTime).toBeUndefined();
    expect(await sent.attach()).toEqual(result(key));
  });

  it("takes a delayed message, and runs it when it is due", async () => {
    const key = randomUUID();
    const before = Date.now();
    const sent = await send(key, { delay: { seconds: 1 } });
    expect(Date.parse(sent.executionTime ?? "") - before).toBeGreaterThan(500);
    expect(await sent.output()).toEqual({ ready: false });
    expect(await sent.attach()).toEqual(result(key));
    expect(Date.now() - before).toBeGreaterThanOrEqual(900);
  });
});

describe("an idempotency key", () => {
  it("runs the handler once, however often it is called", async () => {
    const label = randomUUID();
    const counted = () =>
      probeClient(ingress).counted.withResponse(label, { idempotencyKey: label });
    const first = await counted();
    const replay = await counted();

    expect(await tallyClient(outside, label).count()).toBe(1);
    expect(replay.output).toBe(1);
    expect(replay.invocationId).toBe(first.invocationId);
    expect(first.idempotencyExpires).toBeUndefined();
    const hours = (Date.parse(replay.idempotencyExpires ?? "") - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
  });

  it("finds the invocation of a message that was sent before", async () => {
    const label = randomUUID();
    const options = { idempotencyKey: label };
    const first = await probeClient(ingress).counted.send(label, options);
    const second = await probeClient(ingress).counted.send(label, options);
    expect(second.invocationId).toBe(first.invocationId);
    expect(second.status).toBe("PreviouslyAccepted");
    expect(await second.attach()).toBe(1);
    expect(await tallyClient(outside, label).count()).toBe(1);
  });

  it("is enough to attach and to peek", async () => {
    const label = randomUUID();
    await probeClient(ingress).counted(label, { idempotencyKey: label });
    const invocation = probeClient(ingress).counted.invocation({ idempotencyKey: label });
    expect(invocation.invocationId).toBeUndefined();
    expect(await invocation.attach()).toBe(1);
    expect(await invocation.output()).toEqual({ ready: true, result: 1 });
  });
});

describe("an invocation", () => {
  it("can be attached to again and again", async () => {
    const sent = await greeterClient(ingress).greet.send(greeting);
    expect(await sent.attach()).toEqual({ greeting: "Hi!" });
    expect(await sent.attach()).toEqual({ greeting: "Hi!" });
    expect(await sent.output()).toEqual({ ready: true, result: { greeting: "Hi!" } });
  });

  it("is found again by its id", async () => {
    const { invocationId } = await greeterClient(ingress).greet.send(greeting);
    const found = greeterClient(ingress).greet.invocation(String(invocationId));
    expect(await found.attach()).toEqual({ greeting: "Hi!" });
  });
});

describe("a workflow's run", () => {
  it("can be peeked at while it runs and afterwards", async () => {
    const workflow = myWorkflowClient(ingress, randomUUID());
    await workflow.run.submit({ ...greeting, wait: true });
    expect(await workflow.run.output()).toEqual({ ready: false });
    await workflow.release("you");
    expect(await workflow.run.attach()).toEqual({ greeting: "Hi you!" });
    expect(await workflow.run.output()).toEqual({ ready: true, result: { greeting: "Hi you!" } });
  });
});

describe("headers", () => {
  it("reach the handler, from the connection and the call", async () => {
    const connected = connectHere({ headers: { "x-a": "1", "x-b": "1" } });
    const seen = await probeClient(connected).headers({ headers: { "X-B": "2", "x-c": "2" } });
    expect(seen).toMatchObject({ "x-a": "1", "x-b": "2", "x-c": "2" });
  });

  it("may be computed anew for each request, and take their time", async () => {
    let asked = 0;
    const headers = async () => {
      await Promise.resolve();
      return { authorization: `Bearer ${++asked}` };
    };
    const probe = probeClient(connectHere({ headers }));
    expect(await probe.headers()).toMatchObject({ authorization: "Bearer 1" });
    expect(await probe.headers()).toMatchObject({ authorization: "Bearer 2" });
  });

  it("are nothing but the caller's own and the platform's", async () => {
    const seen = await probeClient(ingress).headers();
    expect(Object.keys(seen).filter((name) => name.includes("restate"))).toEqual([
      "x-restate-ingress-path",
    ]);
  });
});
