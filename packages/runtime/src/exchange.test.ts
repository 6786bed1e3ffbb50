import { describe, expect, it, test } from "vitest";
import type { Fetch, FetchInit } from "./fetch.js";
import { handler, noInputHandler } from "./handler.js";
import { bytes } from "./serde.js";
import { recordRequests, rejectionOf } from "./recording/record-requests.js";

const target = { service: "Cart", key: "Mary", handler: "add" };
const secret = { authorization: "Bearer secret" };

function fetchError(code: string): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error("secret"), { code }) });
}

describe("without an answer", () => {
  test.each<[string, unknown, RegExp]>([
    ["Node: nobody listens", fetchError("ECONNREFUSED"), /network error \(ECONNREFUSED\)$/],
    ["Node: the connection is cut", fetchError("ECONNRESET"), /ECONNRESET/],
    [
      "Node: fetch's own patience ends",
      fetchError("UND_ERR_HEADERS_TIMEOUT"),
      /UND_ERR_HEADERS_TIMEOUT/,
    ],
    [
      "Bun: nobody listens",
      Object.assign(new Error("Unable to connect."), { code: "ConnectionRefused" }),
      /Unable to connect/,
    ],
    ["a browser: it does not tell", new TypeError("Failed to fetch"), /Failed to fetch/],
    ["something throws text", "offline", /network error \(offline\)/],
    ["something throws nothing", undefined, /network error/],
  ])("the error says so (%s)", async (_, cause, message) => {
    const { ingress } = recordRequests(undefined, {
      headers: secret,
      // What may be thrown need not be an error.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      fetch: () => Promise.reject(cause),
    });
    const error = await rejectionOf(noInputHandler(ingress, target)());
    expect(error).toMatchObject({ name: "IngressError", source: "network", attempts: 1, target });
    expect(error).not.toHaveProperty("status", expect.anything());
    expect((error as Error).cause).toBe(cause);
    expect(String(error)).toMatch(message);
    expect(String(error)).toContain("http://restate:8080/Cart/Mary/add");
    expect(String(error) + JSON.stringify(error)).not.toContain("secret");
  });

  it("to the end, the error says so too", async () => {
    const cut = { ok: true, status: 200, headers: new Headers() };
    const arrayBuffer = () => Promise.reject(fetchError("UND_ERR_SOCKET"));
    const { ingress } = recordRequests(undefined, {
      fetch: () => Promise.resolve({ ...cut, arrayBuffer }),
    });
    expect(await rejectionOf(noInputHandler(ingress, target)())).toMatchObject({
      source: "network",
      attempts: 1,
    });
  });
});

describe("an answer that cannot be read", () => {
  test.each(["<html>", "{", "{}x"])("is an error: %s", async (body) => {
    const headers = { "x-restate-id": "inv_1" };
    const { ingress } = recordRequests(() => new Response(body, { headers }));
    const error = await rejectionOf(noInputHandler(ingress, target)());
    expect(error).toMatchObject({
      source: "response",
      status: 200,
      invocationId: "inv_1",
      attempts: 1,
      target,
    });
    expect((error as Error).cause).toBeInstanceOf(SyntaxError);
    expect(String(error)).toContain("http://restate:8080/Cart/Mary/add");
  });

  it("is one if the serde cannot", async () => {
    const cause = new Error("not a picture");
    const deserialize = () => {
      throw cause;
    };
    const { ingress } = recordRequests();
    const read = handler(ingress, target, { output: { ...bytes, deserialize } });
    const error = await rejectionOf(read(1));
    expect(error).toMatchObject({ source: "response", cause });
  });
});

describe("an input that cannot be written", () => {
  const circle: Record<string, unknown> = {};
  circle["self"] = circle;

  test.each<[string, unknown]>([
    ["a bigint", 1n],
    ["a circle", circle],
  ])("is refused: %s", async (_, input) => {
    const { ingress, requests } = recordRequests();
    const error = await rejectionOf(handler<unknown, void>(ingress, target)(input));
    expect(error).toMatchObject({ name: "IngressError", source: "request", attempts: 0, target });
    expect((error as Error).cause).toBeInstanceOf(TypeError);
    expect(requests).toEqual([]);
  });
});

test("every request asks that its answer is not kept, whatever its method", async () => {
  const inits: FetchInit[] = [];
  const fetch: Fetch = async (_, init) => {
    inits.push(init);
    return Promise.resolve(Response.json(null, { headers: { "x-restate-id": "inv_1" } }));
  };
  const { ingress } = recordRequests(undefined, { fetch });
  await handler(ingress, target)(1);
  await handler(ingress, target).invocation("inv_1").attach();
  expect(inits.map(({ method, cache }) => [method, cache])).toEqual([
    ["POST", "no-store"],
    ["GET", "no-store"],
  ]);
});
