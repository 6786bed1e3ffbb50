import type { RestateContext, RestateWorkflowContext } from "@restatedev/restate-sdk-core";
import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { isIngressError } from "../error.js";
import type { Fetch } from "../fetch.js";
import { accepted, rejectionOf } from "../recording/record-requests.js";
import { connect } from "./connect.js";
import { HttpCallError } from "./http-call-error.js";
import type { Ingress } from "./ingress.js";
import { rpc } from "./opts.js";
import type { RetryFailure, RetryPolicy } from "./retry-policy.js";
import { serde } from "./serde.js";

interface Handlers {
  greet: (ctx: RestateContext, name: string) => Promise<string>;
}

interface Runs {
  run: (ctx: RestateWorkflowContext, name: string) => Promise<string>;
}

const quick: RetryPolicy = { initialInterval: 1, maxInterval: 2 };
const keyed = rpc.opts<string, string>({ idempotencyKey: "k" });

const reset = new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
const refused = new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } });
const ingressBusy = () => answer(503, { code: 503, message: "busy", source: "ingress" });
const handlerFailed = () => answer(500, { code: 500, message: "no", source: "invocation" });

const brokenOff = () =>
  new Response(new ReadableStream({ start: (controller) => controller.error(reset) }));

/** What a browser sees: no headers of Restate's. */
function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}

/** Fails as it is told, then answers. */
function failing(
  failures: readonly (Error | (() => Response))[],
  retry: RetryPolicy | boolean = quick,
  last = () => Response.json("done"),
) {
  let requests = 0;
  const fetch: Fetch = () => {
    const failure = failures[requests++];
    return failure instanceof Error
      ? Promise.reject(failure)
      : Promise.resolve((failure ?? last)());
  };
  const ingress = connect({ url: "http://restate:8080", fetch, retry });
  return { ingress, sent: () => requests };
}

const greet = (ingress: Ingress, opts = keyed) =>
  Promise.resolve(ingress.serviceClient<Handlers>({ name: "S" }).greet("Mary", opts));

describe("with a policy, a failure that may pass is repeated", () => {
  test.each<[string, readonly (Error | (() => Response))[]]>([
    ["a broken connection", [reset, reset]],
    ["a busy ingress", [ingressBusy, ingressBusy]],
    ["an answer that breaks off", [brokenOff]],
    ["a page of a proxy", [() => new Response("<html>", { status: 502 })]],
    ["429", [() => answer(429, { code: 429, message: "slow down", source: "ingress" })]],
  ])("%s", async (_what, failures) => {
    const { ingress, sent } = failing(failures);
    expect(await greet(ingress)).toBe("done");
    expect(sent()).toBe(failures.length + 1);
  });

  test("submitting a workflow, attaching to one, and an awakeable, without any key", async () => {
    const submitting = failing([reset], quick, () => accepted());
    const workflow = submitting.ingress.workflowClient<Runs>({ name: "W" }, "k");
    expect(await workflow.workflowSubmit("Mary")).toMatchObject({ invocationId: "inv_1" });
    const attaching = failing([reset]);
    const same = attaching.ingress.workflowClient<Runs>({ name: "W" }, "k");
    expect(await same.workflowAttach()).toBe("done");
    const resolving = failing([reset]);
    await resolving.ingress.resolveAwakeable("a", 1);
    expect([submitting, attaching, resolving].map(({ sent }) => sent())).toEqual([2, 2, 2]);
  });

  test("and so is a call without a key, if nobody was there to take it", async () => {
    const { ingress, sent } = failing([refused]);
    expect(await greet(ingress, rpc.opts({}))).toBe("done");
    expect(sent()).toBe(2);
  });
});

describe("not repeated is", () => {
  test("what could run a handler twice", async () => {
    const { ingress, sent } = failing([reset]);
    expect(await rejectionOf(greet(ingress, rpc.opts({})))).toMatchObject({ source: "network" });
    expect(sent()).toBe(1);
  });

  test("what a handler failed with, though only the body tells that it did", async () => {
    const { ingress, sent } = failing([handlerFailed]);
    const error = await rejectionOf(greet(ingress));
    expect(error).toBeInstanceOf(HttpCallError);
    expect(error).toMatchObject({ status: 500, source: "invocation", message: "no" });
    expect((error as HttpCallError).responseText).toContain('"message":"no"');
    expect(sent()).toBe(1);
  });

  test.each<[string, (ingress: Ingress) => Promise<unknown>]>([
    ["resolving an awakeable", (ingress) => ingress.resolveAwakeable("a", 1)],
    ["rejecting one", (ingress) => ingress.rejectAwakeable("a", "no")],
    [
      "a result",
      (ingress) => ingress.result({ invocationId: "inv_1", status: "Accepted", attachable: true }),
    ],
  ])("what is final of %s, either", async (_what, request) => {
    const { ingress, sent } = failing([() => answer(400, { message: "no" })]);
    const error = await rejectionOf(request(ingress));
    expect(error).toBeInstanceOf(HttpCallError);
    expect(error).toMatchObject({ status: 400, message: "no" });
    expect(inspect(error)).not.toContain("cause");
    expect(sent()).toBe(1);
  });

  test("what could not even be sent again, which is no fault of the answer before", async () => {
    const { ingress, sent } = failing([ingressBusy]);
    const serialize = vi.fn((name: string) => {
      if (serialize.mock.calls.length > 1) {
        throw new Error("nothing");
      }
      return serde.json.serialize(name);
    });
    const input = { serialize, deserialize: String };
    const error = await rejectionOf(greet(ingress, rpc.opts({ idempotencyKey: "k", input })));
    expect(error).toMatchObject({ source: "request", cause: { message: "nothing" } });
    expect(error).not.toBeInstanceOf(HttpCallError);
    expect([sent(), serialize.mock.calls.length]).toEqual([1, 2]);
  });

  test("anything, without a policy", async () => {
    const { ingress, sent } = failing([ingressBusy], false);
    expect(await rejectionOf(greet(ingress))).toMatchObject({ status: 503 });
    expect(sent()).toBe(1);
  });

  test("a failure that the caller's own rule does not want", async () => {
    const seen: [string, number][] = [];
    const shouldRetry = (failure: RetryFailure, attempt: number) => {
      seen.push([failure.kind === "response" ? (failure.body ?? "") : failure.kind, attempt]);
      return failure.kind === "network";
    };
    const { ingress } = failing([reset, () => new Response("later", { status: 503 })], {
      ...quick,
      shouldRetry,
    });
    expect(await rejectionOf(greet(ingress))).toMatchObject({ status: 503, attempts: 2 });
    expect(seen).toEqual([
      ["network", 0],
      ["later", 1],
    ]);
  });
});

describe("the policy's limits", () => {
  const always = Array.from({ length: 20 }, () => ingressBusy);

  test.each<[string, RetryPolicy | boolean, number]>([
    ["maxAttempts", { ...quick, maxAttempts: 3 }, 3],
    ["6 by default", quick, 6],
    ["none", { ...quick, maxAttempts: false }, 21],
    ["no attempt to follow the first", { ...quick, maxAttempts: 0 }, 1],
    ["maxDuration", { ...quick, maxDuration: 0 }, 1],
  ])("%s", async (_what, retry, requests) => {
    const { ingress, sent } = failing(always, retry);
    await greet(ingress).catch(String);
    expect(sent()).toBe(requests);
  });

  test("a wait that the server asks for takes the place of the policy's, within them", async () => {
    const wait = (seconds: string) => () =>
      answer(503, { code: 503, message: "busy", source: "ingress" }, { "retry-after": seconds });
    const slow: RetryPolicy = { initialInterval: { minutes: 1 }, maxInterval: { minutes: 1 } };
    const asked = failing([wait("0.001")], slow);
    expect(await greet(asked.ingress)).toBe("done");
    const tooLong = failing([wait("3600")], quick);
    expect(await rejectionOf(greet(tooLong.ingress))).toMatchObject({ status: 503 });
    const ignored = failing([wait("3600")], { ...quick, respectRetryAfter: false });
    expect(await greet(ignored.ingress)).toBe("done");
  });

  test.each([{ initialInterval: -1 }, { maxInterval: NaN }, { maxDuration: Infinity }])(
    "%j is refused when connecting",
    (retry) => {
      expect(() => connect({ url: "http://restate:8080", retry })).toThrow(/invalid/);
    },
  );
});

test("a wait that lasted goes on where it is cut, without a policy too, but only where it can be found again", async () => {
  vi.useFakeTimers();
  try {
    let requests = 0;
    const fetch: Fetch = async () => {
      requests++;
      await new Promise((resolve) => setTimeout(resolve, 300_000));
      return requests === 3 ? Response.json("done") : Promise.reject(reset);
    };
    const ingress = connect({ url: "http://restate:8080", fetch });
    const found = greet(ingress);
    const lost = rejectionOf(greet(ingress, rpc.opts({})));
    await vi.advanceTimersByTimeAsync(301_000);
    expect(isIngressError(await lost)).toBe(true);
    requests--;
    await vi.advanceTimersByTimeAsync(700_000);
    expect(await found).toBe("done");
  } finally {
    vi.useRealTimers();
  }
});
