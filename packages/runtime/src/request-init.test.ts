import { describe, expect, it, test } from "vitest";
import { handler, noInputHandler } from "./handler.js";
import type { HeadersOption } from "./options.js";
import { bytes } from "./serde.js";
import { recordRequests, rejectionOf } from "./recording/record-requests.js";

const target = { service: "S", handler: "h" };

describe("headers", () => {
  test.each<[string, HeadersOption | undefined, HeadersOption | undefined, object]>([
    ["are none by default", undefined, undefined, {}],
    ["of both are sent", { a: "1" }, { b: "2" }, { a: "1", b: "2" }],
    ["of the call win", { "X-A": "1" }, { "x-a": "2" }, { "x-a": "2" }],
    ["of the call that are undefined do not", { a: "1" }, { A: undefined }, { a: "1" }],
    ["may come from a function", () => ({ a: "1" }), undefined, { a: "1" }],
    [
      "may come later",
      () => Promise.resolve({ a: "1" }),
      () => Promise.resolve({ b: "2" }),
      { a: "1", b: "2" },
    ],
    ["may be empty, or hold blanks", { a: "", b: "x  y" }, undefined, { a: "", b: "x  y" }],
    ["of a content do not go with an empty body", { "Content-Type": "a/b" }, undefined, {}],
  ])("%s", async (_, connection, call, want) => {
    const { ingress, requests } = recordRequests(undefined, { headers: connection });
    await noInputHandler(ingress, target)({ headers: call });
    expect(requests[0]?.headers).toEqual(want);
  });

  it("are asked for before each request", async () => {
    let count = 0;
    const headers = () => ({ authorization: `Bearer ${count++}` });
    const { ingress, requests } = recordRequests(undefined, { headers });
    await noInputHandler(ingress, target)();
    await noInputHandler(ingress, target)();
    expect(requests.map((request) => request.headers["authorization"])).toEqual([
      "Bearer 0",
      "Bearer 1",
    ]);
  });

  it("of our own win over all others", async () => {
    const headers = { "Content-Type": "text/html", "Idempotency-Key": "theirs" };
    const { ingress, requests } = recordRequests(undefined, { headers });
    await handler(ingress, target)(1, { headers, idempotencyKey: "ours" });
    expect(requests[0]?.headers).toEqual({
      "content-type": "application/json",
      "idempotency-key": "ours",
    });
  });

  it("name the content as the serde does, or leave it to the caller", async () => {
    const { ingress, requests } = recordRequests(undefined, { headers: { "content-type": "a/b" } });
    const raw = { serialize: bytes.serialize, deserialize: bytes.deserialize };
    await handler(ingress, target, { input: bytes })(new Uint8Array([1]));
    await handler(ingress, target, { input: raw })(new Uint8Array([1]));
    await handler(ingress, target, { input: raw })(new Uint8Array());
    expect(requests.map((request) => request.headers["content-type"])).toEqual([
      "application/octet-stream",
      "a/b",
      undefined,
    ]);
  });

  test.each([
    "secret\n",
    "secret\r\nx: y",
    "secret\0",
    "sécret",
    "secret 🍵",
    " secret",
    "secret ",
    "secret\t",
  ])("of the value %j are refused by name", async (value) => {
    const { ingress, requests } = recordRequests(undefined, { headers: { "X-Token": value } });
    const error = await rejectionOf(noInputHandler(ingress, target)());
    expect(error).toMatchObject({ source: "request", attempts: 0 });
    expect(String(error)).toContain("X-Token");
    expect(JSON.stringify(error) + String(error)).not.toMatch(/s.cret/);
    expect(requests).toEqual([]);
  });

  test.each(["", "a b", "a:b", "a\n", "é"])("of the name %j are refused", async (name) => {
    const { ingress, requests } = recordRequests(undefined, { headers: { [name]: "secret" } });
    const error = await rejectionOf(noInputHandler(ingress, target)());
    expect(error).toMatchObject({ source: "request", attempts: 0, target });
    expect(JSON.stringify(error) + String(error)).not.toContain("secret");
    expect(requests).toEqual([]);
  });

  it("that cannot be had end the request, with the reason", async () => {
    const reason = new Error("no token");
    const { ingress, requests } = recordRequests(undefined, {
      headers: () => Promise.reject(reason),
    });
    expect(await rejectionOf(noInputHandler(ingress, target)())).toMatchObject({
      source: "request",
      attempts: 0,
      cause: reason,
    });
    expect(requests).toEqual([]);
  });
});

describe("an idempotency key", () => {
  test.each(["k", "", "a b", "a/b?c", "~!@#$%^&*()", "k".repeat(10_000)])(
    "like %j is sent as it is",
    async (idempotencyKey) => {
      const { ingress, requests } = recordRequests();
      await noInputHandler(ingress, target)({ idempotencyKey });
      expect(requests[0]?.headers).toEqual({ "idempotency-key": idempotencyKey });
    },
  );

  test.each([" k", "k ", "\tk", "k\n", "é", "🍵", "a\0b"])(
    "like %j is refused",
    async (idempotencyKey) => {
      const { ingress, requests } = recordRequests();
      expect(await rejectionOf(noInputHandler(ingress, target)({ idempotencyKey }))).toMatchObject({
        name: "IngressError",
        source: "request",
        attempts: 0,
        message: expect.stringContaining("invalid idempotency-key") as string,
      });
      expect(requests).toEqual([]);
    },
  );
});
