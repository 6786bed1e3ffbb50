import { describe, expect, it, test, vi } from "vitest";
import { resolveAwakeable } from "./awakeable.js";
import { connect, type ConnectOptions } from "./connect.js";
import type { Fetch } from "./fetch.js";
import { handler, noInputHandler } from "./handler.js";
import type { CallOptions } from "./options.js";
import { retry, type RetryOptions } from "./retry.js";
import { accepted, rejectionOf } from "./recording/record-requests.js";
import { workflowRun } from "./workflow.js";

const target = { service: "S", handler: "h" };
const workflow = { service: "W", key: "k", handler: "run" };
const quick = { initialInterval: 1, maxInterval: 2 };

const failed = (cause: object) => new TypeError("fetch failed", { cause });
const reset = failed({ code: "ECONNRESET" });
const refused = failed({ code: "ECONNREFUSED" });
const busy = (headers: Record<string, string> = {}) =>
  Response.json({ code: 503, message: "busy", source: "ingress" }, { status: 503, headers });

/** Fails as it is told, then answers. */
function failing(
  failures: readonly (Error | (() => Response))[],
  answer = () => Response.json("done"),
) {
  const left = [...failures];
  const keys: (string | null)[] = [];
  const fetch: Fetch = (_, { headers }) => {
    keys.push(headers.get("idempotency-key"));
    const failure = left.shift();
    return failure instanceof Error
      ? Promise.reject(failure)
      : Promise.resolve((failure ?? answer)());
  };
  return { fetch, keys };
}

function connected(fetch: Fetch, options: RetryOptions = {}, more: Partial<ConnectOptions> = {}) {
  return connect({ url: "/", fetch, retry: retry({ ...quick, ...options }), ...more });
}

describe("a request that cannot run a handler twice", () => {
  test.each<[string, (fetch: Fetch) => Promise<unknown>]>([
    [
      "a call with a key",
      (fetch) => noInputHandler(connected(fetch), target)({ idempotencyKey: "k" }),
    ],
    [
      "a message with a key",
      (fetch) => noInputHandler(connected(fetch), target).send({ idempotencyKey: "k" }),
    ],
    [
      "a call with a key of its own",
      (fetch) => noInputHandler(connected(fetch), target)({ autoIdempotencyKey: true }),
    ],
    ["a submission", (fetch) => workflowRun(connected(fetch), workflow).submit(1)],
    ["an attach", (fetch) => noInputHandler(connected(fetch), target).invocation("inv_1").attach()],
    [
      "an attach by an odd key",
      (fetch) =>
        noInputHandler(connected(fetch), target).invocation({ idempotencyKey: "a b" }).attach(),
    ],
    ["an output", (fetch) => workflowRun(connected(fetch), workflow).output()],
    ["an awakeable", (fetch) => resolveAwakeable(connected(fetch), "a", 1)],
  ])("is repeated: %s", async (_, send) => {
    const { fetch, keys } = failing(
      [reset, busy, () => new Response("<html>", { status: 502 })],
      accepted,
    );
    await send(fetch);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(1);
  });
});

describe("a request that could run a handler twice", () => {
  test.each<[string, CallOptions]>([
    ["call", {}],
    ["call that wants no key", { autoIdempotencyKey: false }],
  ])("is not repeated: a %s without a key", async (_, options) => {
    const { fetch, keys } = failing([reset]);
    const error = await rejectionOf(
      noInputHandler(
        connected(fetch, {}, { autoIdempotencyKey: options.autoIdempotencyKey }),
        target,
      )(options),
    );
    expect(error).toMatchObject({ source: "network", attempts: 1 });
    expect(keys).toEqual([null]);
  });

  test.each([
    ["Node", refused],
    ["a name that is not known", failed({ code: "ENOTFOUND" })],
    ["Bun", Object.assign(new Error("Unable to connect."), { code: "ConnectionRefused" })],
    [
      "Deno",
      new TypeError("client error (Connect): tcp connect error: Connection refused (os error 111)"),
    ],
  ])("is repeated where nobody took it (%s)", async (_, failure) => {
    const { fetch, keys } = failing([failure, failure]);
    expect(await noInputHandler(connected(fetch), target)()).toBe("done");
    expect(keys).toEqual([null, null, null]);
  });
});

describe("final are", () => {
  const error = { code: 503, message: "No more tea", source: "invocation" };
  const idempotencyKey = "k";

  test.each<[string, () => Response]>([
    [
      "a handler's error",
      () =>
        Response.json(error, { status: 503, headers: { "x-restate-error-source": "invocation" } }),
    ],
    ["a handler's error, in a browser", () => Response.json(error, { status: 503 })],
    [
      "a handler's error, before 1.7.4",
      () => Response.json({ code: 503, message: "m" }, { status: 503 }),
    ],
    [
      "a refusal",
      () => Response.json({ code: 400, message: "m", source: "ingress" }, { status: 400 }),
    ],
    ["an unreadable answer", () => new Response("{")],
    ["a redirect", () => new Response("", { status: 307 })],
  ])("%s", async (_, answer) => {
    const { fetch, keys } = failing([], answer);
    expect(
      await rejectionOf(noInputHandler(connected(fetch), target)({ idempotencyKey })),
    ).toMatchObject({ attempts: 1 });
    expect(keys).toHaveLength(1);
  });

  it("what is refused here", async () => {
    const { fetch, keys } = failing([]);
    const options = { idempotencyKey, headers: { "a b": "1" } };
    expect(await rejectionOf(noInputHandler(connected(fetch), target)(options))).toMatchObject({
      source: "request",
      attempts: 0,
    });
    expect(keys).toEqual([]);
  });
});

describe("retries end", () => {
  const forever = () => failing(Array.from({ length: 99 }, () => reset));
  const call = (fetch: Fetch, options: RetryOptions, more: CallOptions = {}) =>
    noInputHandler(connected(fetch, options), target)({ idempotencyKey: "k", ...more });

  it("after the most attempts, with their number", async () => {
    const { fetch, keys } = forever();
    expect(await rejectionOf(call(fetch, { maxAttempts: 3 }))).toMatchObject({
      source: "network",
      attempts: 3,
    });
    expect(keys).toHaveLength(3);
  });

  it("without the status of an earlier answer, if there is none to the last", async () => {
    const { fetch } = failing([busy, reset]);
    const error = await rejectionOf(call(fetch, { maxAttempts: 2 }));
    expect(error).toMatchObject({ source: "network", attempts: 2, status: undefined });
  });

  it("before the duration is over", async () => {
    const { fetch, keys } = forever();
    expect(
      await rejectionOf(
        call(fetch, { initialInterval: 50, maxInterval: 50, jitter: 0, maxDuration: 75 }),
      ),
    ).toMatchObject({ attempts: 2 });
    expect(keys).toHaveLength(2);
  });

  it("when one is told so", async () => {
    const { fetch, keys } = forever();
    const shouldRetry = vi.fn(() => keys.length < 2);
    expect(await rejectionOf(call(fetch, { shouldRetry }))).toMatchObject({ attempts: 2 });
    expect(shouldRetry).toHaveBeenCalledWith(
      expect.objectContaining({ source: "network", attempts: 1 }),
    );
  });

  test.each([
    ["the timeout", () => ({ timeout: 20 }), { source: "timeout", attempts: 1 }],
    ["an abort", () => ({ signal: AbortSignal.timeout(20) }), { name: "TimeoutError" }],
  ])("in the middle of a pause by %s, and no timer is left behind", async (_, more, want) => {
    const set = vi.spyOn(globalThis, "setTimeout");
    const clear = vi.spyOn(globalThis, "clearTimeout");
    const { fetch } = forever();
    const hour = 3_600_000;
    const slow = { initialInterval: hour, maxInterval: hour, maxDuration: 9 * hour };
    expect(await rejectionOf(call(fetch, slow, more()))).toMatchObject(want);
    const started = set.mock.results.map(({ value }) => value as unknown);
    expect(started).toHaveLength(2);
    expect(clear.mock.calls.map(([timer]) => timer)).toEqual(expect.arrayContaining(started));
    vi.restoreAllMocks();
  });

  it("if the call wants none", async () => {
    const { fetch, keys } = forever();
    await rejectionOf(call(fetch, {}, { retry: false }));
    expect(keys).toHaveLength(1);
  });
});

describe("a wait", () => {
  const measure = async (failure: () => Response, options: RetryOptions) => {
    const { fetch } = failing([failure]);
    const start = Date.now();
    await handler(connected(fetch, options), target)(1, { idempotencyKey: "k" });
    return Date.now() - start;
  };

  it("is as long as the server asks for", async () => {
    const inASecond = () => new Date(Date.now() + 1500).toUTCString();
    expect(await measure(() => busy({ "retry-after": "0.1" }), {})).toBeGreaterThanOrEqual(95);
    expect(await measure(() => busy({ "retry-after": inASecond() }), {})).toBeGreaterThanOrEqual(
      400,
    );
  });

  it("is at most as long as one bears", async () => {
    expect(
      await measure(() => busy({ "retry-after": "3600" }), { respectRetryAfter: 20 }),
    ).toBeLessThan(2000);
    expect(
      await measure(() => busy({ "retry-after": "3600" }), { respectRetryAfter: false }),
    ).toBeLessThan(2000);
    expect(await measure(() => busy({ "retry-after": "soon" }), {})).toBeLessThan(2000);
  });

  it("that is none is refused", () => {
    expect(() => retry({ maxInterval: NaN })).toThrow(
      expect.objectContaining({ source: "request", message: "invalid maxInterval" }),
    );
  });
});
