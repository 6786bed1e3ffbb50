import { describe, expect, it, test } from "vitest";
import { handler } from "./handler.js";
import { invocation } from "./invocation.js";
import type { InvocationRef } from "./invocation-ref.js";
import { bytes } from "./serde.js";
import { recordRequests, rejectionOf } from "./recording/record-requests.js";

const target = { service: "Cart", key: "a/b", handler: "add" };
const root = "http://restate:8080/restate";
const keyed = (idempotencyKey: string) =>
  JSON.stringify({ ...target, idempotencyKey, target: "idempotentInvocation" });

const notReady = {
  code: 470,
  message: "the invocation exists but has not completed yet",
  source: "ingress",
};

describe("an invocation", () => {
  test.each<[string, InvocationRef, string, string | null]>([
    ["its id", { ...target, invocationId: "inv_1" }, "GET $/invocation/inv_1/?", null],
    ["an odd id", { ...target, invocationId: "a/b" }, "GET $/invocation/a%2Fb/?", null],
    ["its workflow", { ...target, workflow: true }, "GET $/workflow/Cart/a%2Fb/?", null],
    [
      "an idempotency key",
      { ...target, idempotencyKey: "Ab-1_.!~*'():@$&+,;=" },
      "GET $/invocation/Cart/a%2Fb/add/Ab-1_.!~*'():@$&+,;=/?",
      null,
    ],
    [
      "an idempotency key of a service",
      { service: "S", handler: "h", idempotencyKey: "k" },
      "GET $/invocation/S/h/k/?",
      null,
    ],
    [
      "an empty idempotency key",
      { ...target, idempotencyKey: "" },
      "GET $/invocation/Cart/a%2Fb/add//?",
      null,
    ],
    ...["a b", "order/1", "100%", ".", "..", "a?b", "a\\b"].map(
      (key) =>
        [
          `the idempotency key ${key}`,
          { ...target, idempotencyKey: key },
          "POST $/?",
          keyed(key),
        ] as [string, InvocationRef, string, string],
    ),
  ])("is found by %s", async (_, ref, line, body) => {
    const { ingress, requests } = recordRequests();
    const found = invocation(ingress, ref);
    expect(requests).toEqual([]);
    expect(await found.attach()).toBe("done");
    expect(await found.output()).toEqual({ ready: true, result: "done" });
    const headers = body === null ? {} : { "content-type": "application/json" };
    expect(requests).toEqual(
      ["attach", "output"].map((verb) => ({
        line: line.replace("$", root).replace("?", verb),
        headers,
        body,
      })),
    );
  });

  test.each<[string, () => Response, unknown]>([
    ["", () => new Response(""), undefined],
    ["null", () => Response.json(null), null],
  ])("may have the result %j", async (_, answer, result) => {
    const { ingress } = recordRequests(answer);
    const done = invocation(ingress, { ...target, invocationId: "inv_1" });
    expect(await done.output()).toEqual({ ready: true, result });
  });

  it("takes the headers of a call for its own requests", async () => {
    const { ingress, requests } = recordRequests(undefined, { headers: { a: "1", b: "1" } });
    const found = invocation(ingress, { ...target, invocationId: "inv_1" });
    await found.output({ headers: { b: "2" } });
    expect(requests[0]?.headers).toEqual({ a: "1", b: "2" });
  });

  it("reads its result with the serde", async () => {
    const { ingress } = recordRequests(() => new Response(new Uint8Array([1, 2])));
    const found = invocation(ingress, { ...target, invocationId: "inv_1" }, bytes);
    expect(await found.attach()).toEqual(new Uint8Array([1, 2]));
  });
});

describe("the output of an invocation", () => {
  const found = (answer: () => Response) =>
    invocation(recordRequests(answer).ingress, { ...target, invocationId: "inv_1" });

  test.each<[string, ResponseInit, object]>([
    ["a server that names itself", { headers: { "x-restate-error-source": "ingress" } }, notReady],
    ["a server in a browser", {}, notReady],
    ["a server before 1.7.4", {}, { message: notReady.message }],
  ])("is not ready, says %s", async (_, init, body) => {
    const answer = () => Response.json(body, { ...init, status: 470 });
    expect(await found(answer).output()).toEqual({ ready: false });
  });

  test.each<[string, ResponseInit, object]>([
    ["by the header", { headers: { "x-restate-error-source": "invocation" } }, notReady],
    ["by the body", {}, { ...notReady, source: "invocation" }],
    ["by its code", {}, { code: 470, message: "failed" }],
    ["by its id", { headers: { "x-restate-id": "inv_1" } }, { message: "failed" }],
  ])("is an error if the handler failed with 470, told %s", async (_, init, body) => {
    const answer = () => Response.json(body, { ...init, status: 470 });
    expect(await rejectionOf(found(answer).output())).toMatchObject({
      source: "invocation",
      code: 470,
    });
  });

  it("is an error if the invocation is unknown", async () => {
    const body = { code: 404, message: "invocation not found", source: "ingress" };
    const answer = () => Response.json(body, { status: 404 });
    expect(await rejectionOf(found(answer).output())).toMatchObject({
      source: "ingress",
      code: 404,
      message: "invocation not found",
      target,
    });
  });

  it("rejects with the reason of an abort, whatever it is", async () => {
    const signal = AbortSignal.abort(null);
    expect(await rejectionOf(found(() => Response.json(1)).output({ signal }))).toBeNull();
  });
});

describe("a server before 1.7", () => {
  const answer = () => Response.json({ message: "not found" }, { status: 404 });

  it("is named as the reason why an odd idempotency key is not found", async () => {
    const { ingress } = recordRequests(answer);
    const found = invocation(ingress, { ...target, idempotencyKey: "a b" });
    for (const request of [found.attach(), found.output()]) {
      expect(await rejectionOf(request)).toMatchObject({
        source: "ingress",
        status: 404,
        message: expect.stringContaining("Restate 1.7") as string,
      });
    }
  });
});

describe("a handler restores", () => {
  const { ingress, requests } = recordRequests();
  const add = handler<number, string>(ingress, target);

  test.each<[string, Parameters<typeof add.invocation>[0], object]>([
    ["an id", "inv_1", { invocationId: "inv_1" }],
    ["an idempotency key", { idempotencyKey: "k" }, { idempotencyKey: "k" }],
    ["a stored reference", { ...target, invocationId: "inv_1" }, { invocationId: "inv_1" }],
    ["one of a key", { ...target, idempotencyKey: "a b" }, { idempotencyKey: "a b" }],
  ])("%s, without a request", (_, ref, identity) => {
    const restored = add.invocation(ref);
    expect(JSON.parse(JSON.stringify(restored))).toEqual({ ...target, ...identity });
    expect(restored.toJSON()).toEqual({ ...target, ...identity });
    expect(restored.status).toBeUndefined();
    expect(requests).toEqual([]);
  });

  it("what it stored", () => {
    const stored = JSON.parse(JSON.stringify(add.invocation("inv_1"))) as InvocationRef;
    expect(add.invocation(stored).invocationId).toBe("inv_1");
  });

  test.each<[string, unknown]>([
    ["another service", { ...target, service: "Basket", invocationId: "inv_1" }],
    ["another handler", { ...target, handler: "list", invocationId: "inv_1" }],
    ["another key", { ...target, key: "b", invocationId: "inv_1" }],
    ["a key that says the same in another way", { ...target, key: "a%2Fb", invocationId: "i" }],
    ["nothing", target],
    ["null", null],
    ["undefined", undefined],
    ["a number", 7],
    ["an id of dots", ".."],
    ["a lone surrogate", "\ud800"],
    ["an idempotency key with a blank before it", { idempotencyKey: " k" }],
    ["an idempotency key with a blank after it", { idempotencyKey: "k " }],
    ["an idempotency key outside ASCII", { idempotencyKey: "é" }],
    ["an idempotency key of two lines", { idempotencyKey: "a\nb" }],
    ["an idempotency key that is none", { idempotencyKey: null }],
  ])("no reference to %s", (_, ref) => {
    // What a file, or JavaScript, may hold.
    expect(() => add.invocation(ref as InvocationRef)).toThrow(
      expect.objectContaining({ name: "IngressError", source: "request", attempts: 0 }),
    );
  });
});
