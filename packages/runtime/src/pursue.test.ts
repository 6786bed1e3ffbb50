import { getEventListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, test, vi } from "vitest";
import { connect, type ConnectOptions } from "./connect.js";
import type { Fetch } from "./fetch.js";
import { noInputHandler } from "./handler.js";
import type { CallOptions } from "./options.js";
import { recordRequests, rejectionOf } from "./recording/record-requests.js";

const target = { service: "S", handler: "h" };
const never = () => new Promise<never>(() => undefined);

/** Ignores its signal, as a careless stand-in may. */
const deaf: Fetch = never;

const call = (options: CallOptions, connection: Partial<ConnectOptions> = {}) =>
  noInputHandler(
    connect({ url: "http://restate:8080", fetch: deaf, ...connection }),
    target,
  )(options);

describe("a timeout", () => {
  const endless = { ok: true, status: 200, headers: new Headers(), arrayBuffer: never };

  test.each<[string, Partial<ConnectOptions>, number]>([
    ["waiting for headers", { headers: never }, 0],
    ["waiting for the answer", {}, 1],
    ["reading the answer", { fetch: () => Promise.resolve(endless) }, 1],
  ])("ends a request that is %s", async (_, connection, attempts) => {
    const error = await rejectionOf(call({ timeout: { seconds: 0.01 } }, connection));
    expect(error).toMatchObject({ name: "IngressError", source: "timeout", attempts, target });
    expect(String(error)).toMatch(/^IngressError: http:\/\/restate:8080\/S\/h: timeout error/);
  });

  it("aborts what fetch is doing", async () => {
    const aborts = vi.fn();
    const fetch: Fetch = (_, { signal }) => {
      signal?.addEventListener("abort", aborts);
      return never();
    };
    await rejectionOf(call({ timeout: 5, fetch }));
    expect(aborts).toHaveBeenCalledTimes(1);
  });

  test.each<[string, CallOptions, Partial<ConnectOptions>]>([
    ["of the call wins over the connection's", { timeout: 5 }, { timeout: 60_000 }],
    ["of the connection holds without one of the call", { timeout: undefined }, { timeout: 5 }],
    ["holds beside a signal", { timeout: 5, signal: new AbortController().signal }, {}],
  ])("%s", async (_, options, connection) => {
    const error = await rejectionOf(call(options, connection));
    expect(error).toMatchObject({ source: "timeout" });
  });

  test.each([2 ** 31, { days: 25 }, { days: 36_500 }])(
    "of %j does not fire at once",
    async (timeout) => {
      const abort = new AbortController();
      const error = rejectionOf(call({ timeout, signal: abort.signal }));
      await sleep(20);
      abort.abort("by hand");
      expect(await error).toBe("by hand");
    },
  );

  test.each([NaN, -1, Infinity, { days: -1 }, { days: 50_000 }])(
    "of %j is refused by name",
    async (timeout) => {
      const { ingress, requests } = recordRequests();
      expect(await rejectionOf(noInputHandler(ingress, target)({ timeout }))).toMatchObject({
        source: "request",
        attempts: 0,
        message: expect.stringContaining("invalid timeout") as string,
      });
      expect(requests).toEqual([]);
    },
  );

  it("lets no request out after it, once the headers are there", async () => {
    const headers = () => sleep(20, {});
    const { ingress, requests } = recordRequests(undefined, { headers });
    const error = await rejectionOf(noInputHandler(ingress, target)({ timeout: 5 }));
    expect(error).toMatchObject({ source: "timeout", attempts: 0 });
    expect(requests).toEqual([]);
  });

  it("does not touch a request that is faster", async () => {
    const { ingress } = recordRequests();
    expect(await noInputHandler(ingress, target)({ timeout: 1000 })).toBe("done");
  });
});

describe("a signal", () => {
  test.each<[string, unknown]>([
    ["an error", new Error("enough")],
    ["a string", "enough"],
    ["null", null],
  ])("aborted with %s lets nothing out, and its reason is kept", async (_, reason) => {
    const headers = vi.fn(() => ({}));
    const { ingress, requests } = recordRequests(undefined, { headers });
    const signal = AbortSignal.abort(reason);
    expect(await rejectionOf(noInputHandler(ingress, target)({ signal }))).toBe(reason);
    expect(headers).not.toHaveBeenCalled();
    expect(requests).toEqual([]);
  });

  it("has a reason of its own if it was given none", async () => {
    const error = await rejectionOf(call({ signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: "AbortError" });
  });

  test.each(["call", "connection"])("of the %s ends a request, even a deaf one", async (whose) => {
    const abort = { call: new AbortController(), connection: new AbortController() };
    const error = rejectionOf(
      call({ signal: abort.call.signal, timeout: 60_000 }, { signal: abort.connection.signal }),
    );
    await sleep(1);
    abort[whose === "call" ? "call" : "connection"].abort("enough");
    expect(await error).toBe("enough");
  });

  it("counts more than what fetch rejects with because of it", async () => {
    const abort = new AbortController();
    const fetch: Fetch = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener("abort", () => {
          reject(new Error("not the reason"));
        });
      });
    const error = rejectionOf(call({ signal: abort.signal, fetch }));
    await sleep(1);
    abort.abort("enough");
    expect(await error).toBe("enough");
  });

  it("has no effect on a request that is over", async () => {
    const abort = new AbortController();
    const { ingress } = recordRequests();
    const result = await noInputHandler(ingress, target)({ signal: abort.signal });
    abort.abort("too late");
    expect(result).toBe("done");
  });

  it("is listened to no longer than its requests last", async () => {
    const { signal } = new AbortController();
    const { ingress } = recordRequests(undefined, { signal });
    await noInputHandler(ingress, target)({ signal });
    await rejectionOf(call({ signal, fetch: () => Promise.reject(new Error("reset")) }));
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
