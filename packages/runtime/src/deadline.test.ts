import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import { connect, type ConnectOptions } from "./connect.js";
import type { Fetch } from "./fetch.js";
import { noInputHandler } from "./handler.js";
import type { CallOptions } from "./options.js";
import { recordRequests, rejectionOf } from "./testing/record-requests.js";

const target = { service: "S", handler: "h" };
const never = () => new Promise<never>(() => undefined);

/** Ignores its signal, as a careless stand-in may. */
const deaf: Fetch = never;

const call = (options: CallOptions, connection: Partial<ConnectOptions> = {}) =>
  noInputHandler(
    connect({ url: "http://restate:8080", fetch: deaf, ...connection }),
    target,
  )(options);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a timeout", () => {
  test.each<[string, Partial<ConnectOptions>, number]>([
    ["waiting for headers", { headers: never }, 0],
    ["waiting for the answer", {}, 1],
    [
      "reading the answer",
      {
        fetch: async () =>
          Promise.resolve({
            ...new Response(),
            status: 200,
            ok: true,
            headers: new Headers(),
            arrayBuffer: never,
          }),
      },
      1,
    ],
  ])("ends a request that is %s", async (_, connection, attempts) => {
    const error = rejectionOf(call({ timeout: { seconds: 2 } }, connection));
    await vi.advanceTimersByTimeAsync(1999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await error).toMatchObject({
      name: "IngressError",
      source: "timeout",
      attempts,
      target,
    });
    expect(String(await error)).toContain("POST http://restate:8080/S/h");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("aborts what fetch is doing", async () => {
    const signals: AbortSignal[] = [];
    const fetch: Fetch = (_, { signal }) => {
      signals.push(signal);
      return never();
    };
    const error = rejectionOf(call({ timeout: 5, fetch }));
    await vi.advanceTimersByTimeAsync(5);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(signals[0]?.reason).toBe(await error);
  });

  it("of the call wins over the connection's", async () => {
    const error = rejectionOf(call({ timeout: 5 }, { timeout: 1000 }));
    await vi.advanceTimersByTimeAsync(5);
    expect(await error).toMatchObject({ source: "timeout" });
  });

  it("of the connection holds without one of the call", async () => {
    const error = rejectionOf(call({ timeout: undefined }, { timeout: 5 }));
    await vi.advanceTimersByTimeAsync(5);
    expect(await error).toMatchObject({ source: "timeout" });
  });

  test.each([2 ** 31, { days: 25 }, { days: 36_500 }])(
    "of %j does not fire at once",
    async (timeout) => {
      const abort = new AbortController();
      const error = rejectionOf(call({ timeout, signal: abort.signal }));
      await vi.advanceTimersByTimeAsync(2 ** 31 - 2);
      abort.abort("by hand");
      expect(await error).toBe("by hand");
    },
  );

  test.each([NaN, -1, Infinity, { days: -1 }, { days: 36_501 }])(
    "of %j is refused by name",
    async (timeout) => {
      const { ingress, requests } = recordRequests();
      expect(await rejectionOf(noInputHandler(ingress, target)({ timeout }))).toMatchObject({
        source: "request",
        attempts: 0,
        message: expect.stringContaining("timeout must be") as string,
      });
      expect(requests).toEqual([]);
    },
  );

  it("leaves no timer behind, however the request ends", async () => {
    const { ingress } = recordRequests();
    await noInputHandler(ingress, target)({ timeout: 1000 });
    await rejectionOf(call({ timeout: 1000, fetch: () => Promise.reject(new Error("reset")) }));
    await rejectionOf(call({ timeout: 1000, headers: { a: "\0" } }));
    expect(vi.getTimerCount()).toBe(0);
  });

  it("does not let a request out after it, once the headers are there", async () => {
    const { ingress, requests } = recordRequests(undefined, {
      headers: () => new Promise((resolve) => setTimeout(() => resolve({}), 10)),
    });
    const error = rejectionOf(noInputHandler(ingress, target)({ timeout: 5 }));
    await vi.advanceTimersByTimeAsync(20);
    expect(await error).toMatchObject({ source: "timeout", attempts: 0 });
    expect(requests).toEqual([]);
  });
});

describe("a signal", () => {
  test.each<[string, unknown]>([
    ["an error", new Error("enough")],
    ["a string", "enough"],
    ["null", null],
  ])("that was aborted with %s lets nothing out, and its reason is kept", async (_, reason) => {
    const asked = vi.fn(() => ({}));
    const { ingress, requests } = recordRequests(undefined, { headers: asked });
    const signal = AbortSignal.abort(reason);
    expect(await rejectionOf(noInputHandler(ingress, target)({ signal }))).toBe(reason);
    expect(requests).toEqual([]);
  });

  it("has a reason of its own if it was given none", async () => {
    const error = await rejectionOf(call({ signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: "AbortError" });
  });

  test.each(["the call", "the connection"])(
    "of %s ends a request, even a deaf one",
    async (whose) => {
      const [one, other] = [new AbortController(), new AbortController()];
      const [mine, theirs] = whose === "the call" ? [one, other] : [other, one];
      const error = rejectionOf(
        call({ signal: mine.signal, timeout: 1000 }, { signal: theirs.signal }),
      );
      await vi.advanceTimersByTimeAsync(1);
      one.abort("enough");
      expect(await error).toBe("enough");
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  it("ends a request whose fetch rejects with an error of its own", async () => {
    const abort = new AbortController();
    const fetch: Fetch = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          reject(new Error("not the reason"));
        });
      });
    const error = rejectionOf(call({ signal: abort.signal, fetch }));
    await vi.advanceTimersByTimeAsync(1);
    abort.abort("enough");
    expect(await error).toBe("enough");
  });

  it("is listened to no longer than the request lasts", async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    const { ingress } = recordRequests(undefined, { signal });
    await noInputHandler(ingress, target)({ signal });
    await rejectionOf(call({ signal, fetch: () => Promise.reject(new Error("reset")) }));
    const listeners = (spy: { mock: { calls: unknown[][] } }) =>
      spy.mock.calls.map(([, listener]) => listener);
    expect(added).toHaveBeenCalled();
    expect(listeners(removed)).toEqual(listeners(added));
  });
});
