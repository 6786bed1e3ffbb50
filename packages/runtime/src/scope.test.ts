import { describe, expect, test } from "vitest";
import { cancel, connectAdmin } from "./admin/index.js";
import { resolveAwakeable } from "./awakeable.js";
import type { IngressError } from "./error.js";
import { handler, noInputHandler } from "./handler.js";
import { health } from "./health.js";
import type { InvocationRef } from "./invocation-ref.js";
import { invocation } from "./invocation.js";
import { lookup } from "./lookup.js";
import { accepted, recordRequests, rejectionOf } from "./recording/record-requests.js";
import { scope } from "./scope.js";
import { workflowRun } from "./workflow.js";

const service = { service: "S", handler: "h" };
const object = { service: "O", key: "a/b", handler: "send" };
const workflow = { service: "W", key: "k", handler: "run" };

/** A connection in a scope, and what is sent by it. */
function inScope(answer?: () => Response, limitKey?: string) {
  const { ingress, requests } = recordRequests(answer, { headers: { a: "1" } });
  return { ingress: scope(ingress, "t-1", { limitKey }), outside: ingress, requests };
}

describe("in a scope", () => {
  test("calls and messages go to its paths, with their options", async () => {
    const { ingress, requests } = inScope(accepted, "plan/user");
    await handler(ingress, object)(1, { headers: async () => Promise.resolve({ b: "2" }) });
    await handler(ingress, object).send(1, { delay: 5, idempotencyKey: "i" });
    await noInputHandler(ingress, service).withResponse();
    await workflowRun(ingress, workflow).submit(1);
    expect(requests.map(({ line }) => line)).toEqual([
      "POST http://restate:8080/restate/scope/t-1/call/O/a%2Fb/send",
      "POST http://restate:8080/restate/scope/t-1/send/O/a%2Fb/send?delay=5ms",
      "POST http://restate:8080/restate/scope/t-1/call/S/h",
      "POST http://restate:8080/restate/scope/t-1/send/W/k/run",
    ]);
    const sent = requests.map(({ headers }) => headers["x-restate-limit-key"]);
    expect(sent).toEqual(Array(4).fill("plan/user"));
    expect(requests[0]?.headers).toMatchObject({ a: "1", b: "2" });
    expect(requests[1]?.headers).toMatchObject({ "idempotency-key": "i" });
  });

  test("a handle by an id asks as everywhere, and one by a key says the scope", async () => {
    const { ingress, requests } = inScope();
    const { invocation: of } = handler(ingress, object);
    await of("inv_1").attach();
    await of({ idempotencyKey: "plain" }).output();
    await workflowRun(ingress, workflow).attach();
    await lookup(ingress, { ...workflow, workflow: true }).catch(() => undefined);
    await lookup(ingress, { ...service, idempotencyKey: "i" }).catch(() => undefined);
    const named = { target: "workflow", workflowName: "W", workflowKey: "k", scope: "t-1" };
    const keyed = { target: "idempotentInvocation", scope: "t-1" };
    const parsed = (body: string | null): unknown => body && JSON.parse(body);
    const base = "http://restate:8080".length;
    expect(
      requests.map(({ line, body }) => [line.slice(line.indexOf("h") + base), parsed(body)]),
    ).toEqual([
      ["/restate/invocation/inv_1/attach", null],
      ["/restate/output", { ...object, idempotencyKey: "plain", ...keyed }],
      ["/restate/attach", named],
      ["/restate/lookup", named],
      ["/restate/lookup", { ...service, idempotencyKey: "i", ...keyed }],
    ]);
  });

  test("awakeables and the health are as everywhere", async () => {
    const { ingress, requests } = inScope(() => Response.json({ services: [] }));
    await health(ingress);
    await resolveAwakeable(ingress, "sign_1");
    expect(requests.map(({ line }) => line)).toEqual([
      "GET http://restate:8080/restate/health",
      "POST http://restate:8080/restate/awakeables/sign_1/resolve",
    ]);
  });

  test("a limit key is not sent to what only looks", async () => {
    const { ingress, requests } = inScope(undefined, "plan");
    await workflowRun(ingress, workflow).attach();
    expect(requests[0]?.headers).not.toHaveProperty("x-restate-limit-key");
  });
});

describe("a reference made in a scope", () => {
  test("says it, whatever it is made of", async () => {
    const { ingress } = inScope(accepted);
    const { invocation: of, send } = handler(ingress, service);
    const refs = [await send(1), of("inv_1"), of({ idempotencyKey: "i" })].map((handle) =>
      handle.toJSON(),
    );
    expect(refs.map((ref) => ref.scope)).toEqual(["t-1", "t-1", "t-1"]);
  });

  const refs: Readonly<Record<string, InvocationRef>> = {
    "an idempotency key": { ...service, idempotencyKey: "i", scope: "t-1" },
    "a workflow": { ...workflow, workflow: true, scope: "t-1" },
  };

  test.each(Object.keys(refs))("to %s leads back, from wherever it is restored", async (kind) => {
    // As it comes out of a store.
    const ref = JSON.parse(JSON.stringify(refs[kind])) as InvocationRef;
    const { outside, requests } = inScope();
    const other = scope(outside, "other");
    const made = [invocation(outside, ref), invocation(other, ref)];
    const restored = ref.workflow
      ? made
      : [...made, ...[outside, other].map((at) => handler(at, service).invocation(ref))];
    for (const handle of restored) {
      await handle.attach();
      expect(handle.toJSON()).toEqual(ref);
    }
    for (const { line, body } of requests) {
      expect(line).toBe("POST http://restate:8080/restate/attach");
      expect(JSON.parse(body ?? "")).toMatchObject({ scope: "t-1" });
    }
    expect(requests).toHaveLength(restored.length);
  });

  test("is what an error names", async () => {
    const { ingress } = inScope(() => Response.json({ message: "no" }, { status: 400 }));
    const error = await rejectionOf(handler(ingress, service)(1, { idempotencyKey: "i" }));
    const target = { ...service, scope: "t-1", idempotencyKey: "i" };
    expect(error).toMatchObject({ name: "IngressError", target });
    expect((error as IngressError).toJSON().target).toEqual(target);
  });

  test("is found by the admin API in that scope", async () => {
    const rows = [{ id: "inv_1" }, { id: "inv_2", scope: "t-1" }];
    const lines: string[] = [];
    const admin = connectAdmin({
      url: "http://restate:9070",
      fetch: async (url, { method }) => {
        lines.push(`${method} ${url}`);
        return Promise.resolve(method === "POST" ? Response.json({ rows }) : new Response());
      },
    });
    await cancel(admin, { ...service, idempotencyKey: "i", scope: "t-1" });
    await cancel(admin, { ...service, idempotencyKey: "i" });
    expect(lines.filter((line) => line.startsWith("PATCH"))).toEqual([
      "PATCH http://restate:9070/invocations/inv_2/cancel",
      "PATCH http://restate:9070/invocations/inv_1/cancel",
    ]);
  });
});

describe("it is refused", () => {
  const { ingress } = inScope();

  test.each(["", ".", "..", "a/b", "a b", "ü", "a".repeat(37), "a\n"])("to name it %j", (name) => {
    const { outside } = inScope();
    expect(() => scope(outside, name)).toThrow("invalid scope");
  });

  test.each(["", "/", "a/", "a/b/c", "a b", "a".repeat(37)])("to limit by %j", (limitKey) => {
    const { outside } = inScope();
    expect(() => scope(outside, "t", { limitKey })).toThrow("invalid limit key");
  });

  test("to make one inside of another", () => {
    expect(() => scope(ingress, "t")).toThrow("invalid scope");
  });

  test("by a server before 1.7, which has no such paths", async () => {
    const old = inScope(() => Response.json({ message: "not found" }, { status: 404 }));
    for (const asked of [
      handler(old.ingress, service)(1),
      workflowRun(old.ingress, workflow).attach(),
    ]) {
      expect(await rejectionOf(asked)).toMatchObject({
        source: "ingress",
        message: "not found: needs Restate 1.7",
      });
    }
  });
});
