import { describe, expect, test } from "vitest";
import type { Fetch } from "../fetch.js";
import { rejectionOf } from "../recording/record-requests.js";
import { retry } from "../retry.js";
import { cancel } from "./cancel.js";
import { connectAdmin, type ConnectAdminOptions } from "./connect-admin.js";
import { kill } from "./kill.js";
import { purge } from "./purge.js";
import { query } from "./query.js";
import { restartAsNew } from "./restart-as-new.js";
import { sql } from "./sql.js";

const json = (status: number, body: unknown) => () => Response.json(body, { status });
const admins = (status: number, message = "no") => json(status, { message, restate_code: null });
const reset = () => {
  throw new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
};
const refusal = () => {
  throw new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } });
};
const restarted = json(200, { new_invocation_id: "inv_2" });

/** Connects to nothing: notes each request, and gives one answer after the other, the last again and again. */
function stub(answers: readonly (() => Response)[], options: Partial<ConnectAdminOptions> = {}) {
  const lines: string[] = [];
  const headers: Headers[] = [];
  const fetch: Fetch = async (url, init) => {
    lines.push(`${init.method} ${url}`);
    headers.push(init.headers);
    return Promise.resolve((answers[lines.length - 1] ?? answers.at(-1) ?? reset)());
  };
  const admin = connectAdmin({ url: "http://restate:9070/", fetch, ...options });
  return { admin, lines, headers };
}

const fast = retry({ initialInterval: 0, maxAttempts: 3 });

describe("a request", () => {
  test("is a PATCH without a body, and the invocation an encoded segment", async () => {
    const { admin, lines, headers } = stub([() => new Response(null, { status: 202 })]);
    expect(await cancel(admin, "inv/1?")).toEqual({ outcome: "accepted" });
    expect(lines).toEqual(["PATCH http://restate:9070/invocations/inv%2F1%3F/cancel"]);
    expect(headers[0]?.has("content-type")).toBe(false);
  });

  test("names what it is to restart from, and with", async () => {
    const { admin, lines } = stub([restarted]);
    const ref = { service: "S", key: "k", handler: "h", invocationId: "inv_1" };
    expect(await restartAsNew(admin, ref, { from: 2, deployment: "dp &" })).toEqual({
      outcome: "restarted",
      invocationId: "inv_2",
      ref: { ...ref, invocationId: "inv_2" },
    });
    expect(lines[0]).toMatch(/\/inv_1\/restart-as-new\?from=2&deployment=dp%20%26$/);
  });

  test.each(["", "..", "\ud800"])("is refused for the id %j", async (id) => {
    const { admin, lines } = stub([restarted]);
    const error = await rejectionOf(cancel(admin, id));
    expect(error).toMatchObject({ source: "request", message: "invalid key or id" });
    expect(lines).toEqual([]);
  });

  test.each([-1, 0.5, NaN])("is refused from %d", async (from) => {
    const error = await rejectionOf(restartAsNew(stub([restarted]).admin, "inv_1", { from }));
    expect(error).toMatchObject({ source: "request", message: "invalid from" });
  });

  test("takes the options of the request before those of the connection", async () => {
    const { admin, headers } = stub([restarted], { headers: { a: "1", b: "1" } });
    await kill(admin, "inv_1", { headers: async () => Promise.resolve({ B: "2" }) });
    expect(Object.fromEntries(headers[0] ?? [])).toMatchObject({ a: "1", b: "2" });
  });

  test("ends with its time", async () => {
    const never: Fetch = async () => new Promise(() => undefined);
    const { admin } = stub([], { fetch: never });
    const error = await rejectionOf(kill(admin, "inv_1", { timeout: 5 }));
    expect(error).toMatchObject({ source: "timeout" });
  });

  test("ends with its signal", async () => {
    const { admin } = stub([restarted]);
    const error = await rejectionOf(kill(admin, "inv_1", { signal: AbortSignal.abort("enough") }));
    expect(error).toBe("enough");
  });
});

describe("an answer", () => {
  test.each([
    [
      "a proxy's page",
      () => new Response("<html>", { status: 404 }),
      { source: "proxy", status: 404 },
    ],
    ["a gateway's JSON", json(404, { message: "no Route matched" }), { status: 404 }],
    ["a conflict that is not the admin API's", json(409, {}), { source: "proxy", status: 409 }],
    ["a mistake of the caller's", admins(400), { source: "ingress", status: 400, message: "no" }],
    ["a page to log in", () => new Response("<html>"), { source: "response", status: 200 }],
    [
      "a success that nobody knows",
      () => new Response(null, { status: 204 }),
      { source: "response" },
    ],
    ["a redirect", () => new Response(null, { status: 302 }), { source: "proxy", status: 302 }],
  ])("that is %s is an error", async (_name, answer, details) => {
    const ref = { service: "S", handler: "h", invocationId: "inv_1" };
    expect(await rejectionOf(purge(stub([answer]).admin, ref))).toMatchObject({
      name: "IngressError",
      target: ref,
      attempts: 1,
      ...details,
    });
  });

  test.each([404, 409])("of the admin API with the status %d is none", async (status) => {
    const outcome = status === 404 ? "unknown" : "not-completed";
    expect(await purge(stub([admins(status)]).admin, "inv_1")).toEqual({ outcome });
  });
});

describe("with retry", () => {
  test.each([
    ["the connection breaks", reset],
    ["the server is busy", admins(503)],
    ["nobody is there", refusal],
  ])("a change is repeated where %s", async (_name, fault) => {
    const { admin, lines } = stub([fault, fault, () => new Response()], { retry: fast });
    expect(await kill(admin, "inv_1")).toEqual({ outcome: "killed" });
    expect(lines).toHaveLength(3);
  });

  test.each([
    ["the connection breaks", reset],
    ["the server is busy", admins(503)],
    ["a proxy gives up", () => new Response("", { status: 504 })],
  ])("a restart is not repeated where %s", async (_name, fault) => {
    for (const ref of ["inv_1", { service: "S", handler: "h", invocationId: "inv_1" }]) {
      const { admin, lines } = stub([fault, restarted], { retry: fast });
      expect(await rejectionOf(restartAsNew(admin, ref))).toMatchObject({ attempts: 1 });
      expect(lines).toHaveLength(1);
    }
  });

  test("a restart is repeated where nobody was there", async () => {
    const { admin, lines } = stub([refusal, restarted], { retry: fast });
    expect(await restartAsNew(admin, "inv_1")).toMatchObject({ outcome: "restarted" });
    expect(lines).toHaveLength(2);
  });

  test("a query is repeated, unless it is wrong", async () => {
    const rows = [{ id: "inv_1" }];
    const { admin, lines, headers } = stub([reset, json(200, { rows })], { retry: fast });
    expect(await query(admin, sql`select id from sys_invocation`)).toEqual(rows);
    expect(lines).toEqual(Array(2).fill("POST http://restate:9070/query"));
    expect(headers[1]?.get("accept")).toBe("application/json");

    const message = "Datafusion error: Schema error: No field named nope.";
    const wrong = stub([json(500, { message })], { retry: fast });
    const error = await rejectionOf(query(wrong.admin, sql`select nope`));
    expect(error).toMatchObject({ source: "ingress", status: 500, message, attempts: 1 });
  });
});

test("no error shows a header, or the user of a redirect's address", async () => {
  const headers = { authorization: "Bearer hush" };
  for (const answer of [reset, admins(500), () => new Response("", { status: 401 })]) {
    const { admin } = stub([answer], { headers });
    const error = await rejectionOf(kill(admin, "inv_1", { headers: { "x-token": "hush" } }));
    expect(`${JSON.stringify(error)} ${String((error as Error).stack)}`).not.toContain("hush");
    expect(JSON.stringify(admin)).not.toContain("hush");
  }
});
