import { describe, expect, it } from "vitest";
import { bytes } from "../serde.js";
import { fakeIngress } from "./index.js";

const fake = fakeIngress({
  Greeter: { greet: (name) => name, none: () => undefined, send: () => "sent", bad: () => 1n },
  Cart: { add: (sku) => sku, send: () => "sent" },
  Signup: { run: () => 1, confirm: () => 1 },
  Files: { put: { input: { ...bytes, contentType: "text/csv" }, handler: () => 1 } },
});

interface Sent {
  readonly method?: "GET" | "POST" | "PATCH";
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** What is answered to a request that no client would send, or not so: nobody says what it is for. */
async function ask(path: string, { method = "POST", headers = {}, body }: Sent = {}) {
  const response = await fake.fetch(
    `${fake.url}${path}`,
    {
      method,
      headers: new Headers(headers),
      body: body ?? null,
      signal: null,
      redirect: "manual",
      credentials: "omit",
      cache: "no-store",
    },
    { attempts: 1 },
  );
  return { status: response.status, text: await new Response(await response.arrayBuffer()).text() };
}

const json = { "content-type": "application/json" };
const tea = { headers: json, body: '"tea"' };

describe("a path", () => {
  it.each([
    ["/Greeter/greet", tea, '"tea"'],
    ["/Cart/Mary/add", tea, '"tea"'],
    ["/Cart//add", tea, '"tea"'],
    ["/restate/call/Greeter/greet", tea, '"tea"'],
    ["/restate/call/Cart/Mary/add", tea, '"tea"'],
    ["/Greeter/send", {}, '"sent"'],
    ["/Cart/Mary/send", {}, '"sent"'],
    ["/Greeter/greet", { method: "GET" }, ""],
    ["/Greeter/none", {}, ""],
  ] as const)("%s calls", async (path, sent, text) => {
    expect(await ask(path, sent)).toEqual({ status: 200, text });
  });

  it.each([
    "/Greeter/greet/send",
    "/Greeter/send/send",
    "/Cart/Mary/add/send?delay=10s",
    "/Cart/Mary/send/send",
    "/restate/send/Greeter/greet",
    "/restate/send/Cart/Mary/add?delay=1.5m",
  ])("%s sends", async (path) => {
    const { status, text } = await ask(path, tea);
    expect(status).toBe(202);
    expect(JSON.parse(text)).toMatchObject({ status: "Accepted" });
  });

  it.each([
    ["/Greeter", {}, 400, "bad path: /Greeter"],
    ["/Cart/a/b/c/d", {}, 400, "bad path, expected either"],
    ["/Cart/a/add/other", {}, 400, "bad path, expected either"],
    ["/Gr%65eter/greet", tea, 404, "service 'Gr%65eter' not found"],
    ["/constructor/greet", tea, 404, "service 'constructor' not found"],
    ["/restate/nope", {}, 404, "not found"],
    ["/restate/health", {}, 405, "method not allowed"],
    ["/Greeter/greet", { method: "PATCH" }, 405, "method not allowed"],
    ["/Greeter/greet?delay=1s", tea, 400, "cannot use the delay query parameter with calls."],
    ["/Greeter/greet/send?delay=soon", tea, 400, "bad delay query parameter"],
    ["/Greeter/greet", { body: '"tea"' }, 400, "input validation error: Empty content-type"],
    [
      "/Greeter/greet",
      { headers: { "content-type": "text/plain" }, body: "tea" },
      400,
      "input validation error: Content-type 'text/plain' does not match 'application/json'",
    ],
    ["/Files/put", tea, 400, "'application/json' does not match 'text/csv'"],
    [
      "/Signup/k/run/send",
      { headers: { "idempotency-key": "a" } },
      400,
      "cannot use the idempotency key with workflow handlers.",
    ],
    ["/restate/invocation/garbage/output", { method: "GET" }, 400, "'garbage': bad format"],
    ["/restate/invocation/inv_1abc/attach", { method: "GET" }, 400, "'inv_1abc': bad length"],
    ["/restate/invocation/inv_1abc/cancel", { method: "GET" }, 400, "bad path"],
    ["/restate/invocation/Nope/a/k/attach", { method: "GET" }, 404, "service 'Nope' not found"],
    ["/restate/invocation/Greeter/greet/k/output", { method: "GET" }, 404, "invocation not found"],
    ["/restate/workflow/Nope/k/output", { method: "GET" }, 404, "invocation not found"],
    ["/restate/awakeables/garbage/resolve", {}, 400, "bad awakeable id 'garbage': bad format"],
    ["/restate/awakeables/sign_1abc/other", {}, 404, "not found"],
    ["/restate/lookup", { body: "{}" }, 500, "cannot read body: invalid lookup body"],
    ["/restate/output", { body: "{" }, 500, "cannot read body: invalid output body"],
  ] as const)("%s with %j is refused", async (path, sent, code, message) => {
    const { status, text } = await ask(path, sent);
    expect(status).toBe(code);
    expect(JSON.parse(text)).toEqual({
      code,
      message: expect.stringContaining(message) as unknown,
      source: "ingress",
    });
  });

  it("that is too long is refused without a word", async () => {
    expect(await ask(`/Cart/${"k".repeat(70_000)}/add`, tea)).toEqual({ status: 414, text: "" });
  });
});

describe("an input", () => {
  it("that is no JSON fails the invocation", async () => {
    const { status, text } = await ask("/Greeter/greet", { headers: json, body: "{" });
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({
      message: expect.stringContaining("Failed to deserialize input: ") as unknown,
      source: "invocation",
    });
  });
});

describe("an output", () => {
  it("that JSON cannot carry fails the invocation", async () => {
    const { status, text } = await ask("/Greeter/bad");
    expect(status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({
      message: expect.stringContaining("BigInt") as unknown,
    });
  });
});

describe("an invocation", () => {
  it("is the same by its id, its path and its target", async () => {
    const { text: sent } = await ask("/Cart/a%2Fb/add/send", {
      ...tea,
      headers: { ...json, "idempotency-key": "k" },
    });
    const { invocationId } = JSON.parse(sent) as { invocationId: string };
    const target = { service: "Cart", key: "a/b", handler: "add", idempotencyKey: "k" };
    const body = JSON.stringify({ target: "idempotentInvocation", ...target });
    const byId = JSON.stringify({ target: "invocation", invocationId });
    const done = { status: 200, text: '"tea"' };
    const get = { method: "GET" } as const;
    expect(await ask("/restate/attach", { body })).toEqual(done);
    expect(await ask("/restate/output", { body: byId })).toEqual(done);
    expect(await ask(`/restate/attach/${invocationId}`, get)).toEqual(done);
    expect(await ask(`/restate/invocation/${invocationId}/output`, get)).toEqual(done);
    expect(await ask("/restate/invocation/Cart/a%2Fb/add/k/output", get)).toEqual(done);
    const { text } = await ask("/restate/lookup", { body });
    expect(JSON.parse(text)).toEqual({ invocationId });
  });
});
