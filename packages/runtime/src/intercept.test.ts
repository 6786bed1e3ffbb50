import { describe, expect, it, test } from "vitest";
import { resolveAwakeable } from "./awakeable.js";
import { connect } from "./connect.js";
import type { Fetch } from "./fetch.js";
import { handler } from "./handler.js";
import { health } from "./health.js";
import type { Ingress } from "./ingress.js";
import { type Attempt, intercept, type Interceptor } from "./intercept.js";
import { lookup } from "./lookup.js";
import { retry } from "./retry.js";
import { accepted, rejectionOf } from "./recording/record-requests.js";

const target = { service: "S", handler: "h" };
const ref = { ...target, idempotencyKey: "k" };

function intercepted(interceptor: Interceptor, answers: (() => Response)[] = []) {
  const sent: Readonly<Record<string, string>>[] = [];
  const send: Fetch = (_, { headers }) => {
    sent.push(Object.fromEntries(headers));
    return Promise.resolve((answers.shift() ?? accepted)());
  };
  const options = { url: "/", fetch: intercept(interceptor, send), headers: { "X-A": "1" } };
  return { ingress: connect(options), options, sent };
}

describe("an interceptor", () => {
  test.each<[string, (ingress: Ingress) => Promise<unknown>, Partial<Attempt>]>([
    ["a call", (it) => handler(it, target)(1), { url: "/S/h", method: "POST", target }],
    ["a message", (it) => handler(it, target).send(1), { url: "/S/h/send" }],
    [
      "an attach",
      (it) => handler(it, target).invocation(ref).attach(),
      { method: "GET", target: ref },
    ],
    ["an output", (it) => handler(it, target).invocation(ref).output(), { target: ref }],
    [
      "an awakeable",
      (it) => resolveAwakeable(it, "a", 1),
      { url: "/restate/awakeables/a/resolve", target: undefined },
    ],
    ["a lookup", (it) => lookup(it, ref), { url: "/restate/lookup" }],
    ["the health", (it) => health(it), { url: "/restate/health" }],
  ])("sees %s, and its response", async (_, request, want) => {
    const seen: [Attempt, number][] = [];
    const { ingress, sent } = intercepted(async (attempt, next) => {
      attempt.headers["traceparent"] = "00-1-2-01";
      const response = await next();
      seen.push([attempt, response.status]);
      return response;
    });
    await request(ingress);
    expect(seen).toEqual([[expect.objectContaining({ ...want, number: 1 }), 202]]);
    expect(sent).toEqual([expect.objectContaining({ "x-a": "1", traceparent: "00-1-2-01" })]);
  });

  it("may send again, which counts", async () => {
    const denied = () => new Response("no", { status: 401 });
    const { ingress, sent } = intercepted(
      async ({ headers }, next) => {
        const response = await next();
        headers["authorization"] = "fresh";
        return response.status === 401 ? next() : response;
      },
      [denied, denied],
    );
    expect(await rejectionOf(handler(ingress, target)(1))).toMatchObject({
      source: "proxy",
      status: 401,
      attempts: 2,
    });
    expect(sent[1]).toMatchObject({ authorization: "fresh" });
  });

  it("is there for each attempt", async () => {
    const numbers: number[] = [];
    const busy = () => new Response("busy", { status: 503 });
    const { options } = intercepted(
      ({ number }, next) => {
        numbers.push(number);
        return next();
      },
      [busy, busy],
    );
    const ingress = connect({ ...options, retry: retry({ initialInterval: 1 }) });
    await handler(ingress, target)(1, { idempotencyKey: "k" });
    expect(numbers).toEqual([1, 2, 3]);
  });

  it("does not show a header that it spoils", async () => {
    const { ingress, sent } = intercepted(({ headers }, next) => {
      headers["authorization"] = "secret\n";
      return next();
    });
    const error = await rejectionOf(handler(ingress, target)(1));
    expect(error).toMatchObject({ name: "IngressError" });
    expect(String(error) + String((error as Error).cause)).not.toContain("secret");
    expect(sent).toEqual([]);
  });
});

describe("lookup", () => {
  test.each([
    [ref, { target: "idempotentInvocation", ...ref }],
    [
      { service: "W", key: "k", handler: "run", workflow: true } as const,
      { target: "workflow", workflowName: "W", workflowKey: "k" },
    ],
  ])("asks for %j", async (what, body) => {
    const bodies: unknown[] = [];
    const fetch: Fetch = (_, init) => {
      bodies.push(JSON.parse(String(init.body)));
      return Promise.resolve(accepted());
    };
    expect(await lookup(connect({ url: "/", fetch }), what)).toBe("inv_1");
    expect(bodies).toEqual([body]);
  });

  it("needs Restate 1.7", async () => {
    const fetch = () => Promise.resolve(Response.json({ message: "not found" }, { status: 404 }));
    expect(await rejectionOf(lookup(connect({ url: "/", fetch }), ref))).toMatchObject({
      source: "ingress",
      message: "not found: needs Restate 1.7",
    });
  });
});
