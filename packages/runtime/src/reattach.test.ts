import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, test } from "vitest";
import { connect } from "./connect.js";
import type { Fetch } from "./fetch.js";
import { noInputHandler } from "./handler.js";
import { reattach } from "./reattach.js";
import { retry } from "./retry.js";
import { rejectionOf } from "./recording/record-requests.js";
import { workflowRun } from "./workflow.js";

const target = { service: "S", handler: "h" };
const cut = new TypeError("fetch failed", { cause: { code: "UND_ERR_HEADERS_TIMEOUT" } });
const refused = new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } });

/** Rejects as it is told, then answers. */
function failing(failures: readonly Error[]) {
  const left = [...failures];
  const urls: string[] = [];
  const fetch: Fetch = async (url) => {
    urls.push(url);
    await sleep(1);
    const failure = left.shift();
    return failure ? Promise.reject(failure) : Response.json("done");
  };
  return { fetch, urls };
}

describe("a wait that is cut goes on", () => {
  test.each<[string, (fetch: Fetch) => Promise<unknown>]>([
    [
      "a call with a key",
      (fetch) =>
        noInputHandler(
          connect({ url: "/", fetch, reattach: reattach() }),
          target,
        )({ idempotencyKey: "k" }),
    ],
    [
      "an attach",
      (fetch) =>
        noInputHandler(connect({ url: "/", fetch, reattach: reattach() }), target)
          .invocation("inv_1")
          .attach(),
    ],
    [
      "a workflow's attach",
      (fetch) =>
        workflowRun(connect({ url: "/", fetch, reattach: reattach() }), {
          ...target,
          key: "k",
        }).attach(),
    ],
    [
      "beside retries",
      (fetch) =>
        noInputHandler(
          connect({ url: "/", fetch, reattach: reattach(), retry: retry({ maxAttempts: 1 }) }),
          target,
        )({ idempotencyKey: "k" }),
    ],
  ])("%s", async (_, wait) => {
    const { fetch, urls } = failing([cut, cut, refused, cut]);
    expect(await wait(fetch)).toBe("done");
    expect(urls).toHaveLength(5);
  });
});

describe("it does not go on", () => {
  const call = (fetch: Fetch, options: object) =>
    rejectionOf(
      noInputHandler(
        connect({ url: "/", fetch, reattach: reattach({ patience: 50 }) }),
        target,
      )(options),
    );

  it("without a key to find it by", async () => {
    const { fetch, urls } = failing([cut]);
    expect(await call(fetch, {})).toMatchObject({ source: "network", attempts: 1 });
    expect(urls).toHaveLength(1);
  });

  it("where it never began", async () => {
    const { fetch } = failing([refused]);
    expect(await call(fetch, { idempotencyKey: "k" })).toMatchObject({ attempts: 1 });
  });

  it("when patience is at its end", async () => {
    const { fetch, urls } = failing(Array.from({ length: 99 }, () => cut));
    expect(await call(fetch, { idempotencyKey: "k" })).toMatchObject({ source: "network" });
    expect(urls.length).toBeLessThan(5);
  });

  it("beyond the timeout, whose error says what to attach to later", async () => {
    const { fetch } = failing(Array.from({ length: 99 }, () => cut));
    const error = await call(fetch, { idempotencyKey: "k", timeout: 30 });
    const ref = { ...target, idempotencyKey: "k" };
    expect(error).toMatchObject({ source: "timeout", ref });
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ ref });
  });

  it("if the call does not want it", async () => {
    const { fetch, urls } = failing([cut]);
    await call(fetch, { idempotencyKey: "k", reattach: false });
    expect(urls).toHaveLength(1);
  });
});
