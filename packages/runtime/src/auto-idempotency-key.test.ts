import { afterEach, expect, it, vi } from "vitest";
import { resolveAwakeable } from "./awakeable.js";
import { handler } from "./handler.js";
import { accepted, recordRequests } from "./recording/record-requests.js";
import { workflowRun } from "./workflow.js";

const target = { service: "S", handler: "h" };
const workflow = { service: "W", key: "k", handler: "run" };

afterEach(() => {
  vi.unstubAllGlobals();
});

const keysOf = ({ requests }: ReturnType<typeof recordRequests>) =>
  requests.map(({ headers }) => headers["idempotency-key"]);

it("gives each call and message a key of its own", async () => {
  const recording = recordRequests(accepted, { autoIdempotencyKey: true });
  const { ingress } = recording;
  await handler(ingress, target)(1);
  await handler(ingress, target).send(1);
  await handler(ingress, target).withResponse(1);
  const keys = keysOf(recording);
  expect(new Set(keys).size).toBe(3);
  // So that an attach by it needs no newer server.
  keys.forEach((key) => expect(key).toMatch(/^[\w-]{16,}$/));
});

it("leaves the caller's key", async () => {
  const recording = recordRequests(accepted, { autoIdempotencyKey: true });
  await handler(recording.ingress, target)(1, { idempotencyKey: "mine" });
  await handler(recording.ingress, target)(1, { idempotencyKey: "" });
  expect(keysOf(recording)).toEqual(["mine", ""]);
});

it("can be switched by a call", async () => {
  const recording = recordRequests(accepted);
  await handler(recording.ingress, target)(1, { autoIdempotencyKey: true });
  await handler(recordRequests(accepted).ingress, target)(1, { autoIdempotencyKey: false });
  expect(keysOf(recording)).toEqual([expect.any(String)]);
});

it("gives none to a workflow's run, nor to what only observes or completes", async () => {
  const recording = recordRequests(accepted, { autoIdempotencyKey: true });
  const { ingress } = recording;
  const run = workflowRun(ingress, workflow);
  await run.submit(1);
  await run.submitAndAttach(1);
  await run.output();
  await handler(ingress, target).invocation("inv_1").attach();
  await handler(ingress, target).invocation({ idempotencyKey: "a b" }).attach();
  await resolveAwakeable(ingress, "a", 1);
  expect(new Set(keysOf(recording))).toEqual(new Set([undefined]));
});

it("needs no page with TLS", async () => {
  vi.stubGlobal("crypto", { getRandomValues: (list: Uint32Array) => list.fill(7) });
  const recording = recordRequests(accepted);
  await handler(recording.ingress, target)(1, { autoIdempotencyKey: true });
  expect(keysOf(recording)).toEqual(["7-7-7-7"]);
});
