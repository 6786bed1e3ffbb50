import { describe, expect, it, test } from "vitest";
import type { Ingress } from "./ingress.js";
import { scope } from "./scope.js";
import { bytes } from "./serde.js";
import { accepted, recordRequests, rejectionOf } from "./recording/record-requests.js";
import {
  noInputWorkflowRun,
  optionalInputWorkflowRun,
  privateWorkflowRun,
  type WorkflowRun,
  workflowRun,
} from "./workflow.js";

const target = { service: "Signup", key: "a b", handler: "run" };
const path = "http://restate:8080/Signup/a%20b/run/send";
const json = { "content-type": "application/json" };

describe("a workflow", () => {
  it("is submitted with its input", async () => {
    const { ingress, requests } = recordRequests(accepted);
    const submitted = await workflowRun<string, void>(ingress, target).submit("in");
    expect(submitted).toMatchObject({ invocationId: "inv_1", status: "Accepted" });
    expect(requests).toEqual([{ line: `POST ${path}`, headers: json, body: '"in"' }]);
  });

  it("is submitted without an optional input, and with it", async () => {
    const { ingress, requests } = recordRequests(accepted);
    const run = optionalInputWorkflowRun<string, void>(ingress, target);
    await run.submit();
    await run.submit("in", { delay: { seconds: 1 } });
    expect(requests).toEqual([
      { line: `POST ${path}`, headers: {}, body: null },
      { line: `POST ${path}?delay=1000ms`, headers: json, body: '"in"' },
    ]);
  });

  it("is submitted without input", async () => {
    const { ingress, requests } = recordRequests(accepted);
    await noInputWorkflowRun<void>(ingress, target).submit({ delay: 5 });
    expect(requests).toEqual([{ line: `POST ${path}?delay=5ms`, headers: {}, body: null }]);
  });

  it("is submitted and attached to in one go, without delaying the attach", async () => {
    const { ingress, requests } = recordRequests(accepted);
    await workflowRun(ingress, target).submitAndAttach("in", { delay: 5, headers: { a: "1" } });
    await noInputWorkflowRun(ingress, target).submitAndAttach();
    const attach = "GET http://restate:8080/restate/workflow/Signup/a%20b/attach";
    expect(requests).toMatchObject([
      { line: `POST ${path}?delay=5ms`, headers: { a: "1" }, body: '"in"' },
      { line: attach, headers: { a: "1" } },
      { line: `POST ${path}`, body: null },
      { line: attach },
    ]);
  });

  test.each<[string, (ingress: Ingress) => Pick<WorkflowRun<never, unknown>, "attach" | "output">]>(
    [
      ["workflowRun", (ingress) => workflowRun(ingress, target)],
      ["optionalInputWorkflowRun", (ingress) => optionalInputWorkflowRun(ingress, target)],
      ["noInputWorkflowRun", (ingress) => noInputWorkflowRun(ingress, target)],
      ["privateWorkflowRun", (ingress) => privateWorkflowRun(ingress, target)],
    ],
  )("is observed by its key (%s)", async (_, create) => {
    const { ingress, requests } = recordRequests();
    const run = create(ingress);
    expect(await run.attach()).toBe("done");
    expect(await run.output({ headers: { a: "1" } })).toEqual({ ready: true, result: "done" });
    const workflow = "GET http://restate:8080/restate/workflow/Signup/a%20b";
    expect(requests).toEqual([
      { line: `${workflow}/attach`, headers: {}, body: null },
      { line: `${workflow}/output`, headers: { a: "1" }, body: null },
    ]);
  });

  it("has an empty key if it is given one", async () => {
    const { ingress, requests } = recordRequests();
    await workflowRun(ingress, { ...target, key: "" }).attach();
    expect(requests[0]?.line).toBe("GET http://restate:8080/restate/workflow/Signup//attach");
  });

  it("need not call its own handler run", async () => {
    const { ingress, requests } = recordRequests(accepted);
    await workflowRun(ingress, { ...target, handler: "start" }).submit(1);
    expect(requests[0]?.line).toBe("POST http://restate:8080/Signup/a%20b/start/send");
  });

  it("reads its result with its serde", async () => {
    const { ingress } = recordRequests(() => new Response(new Uint8Array([7])));
    const run = workflowRun(ingress, target, { output: bytes });
    expect(await run.attach()).toEqual(new Uint8Array([7]));
    expect(await run.invocation("inv_1").attach()).toEqual(new Uint8Array([7]));
  });

  it("restores a submission, but no other's", () => {
    const { ingress } = recordRequests();
    const run = privateWorkflowRun(ingress, target);
    expect(run.invocation("inv_1").toJSON()).toEqual({ ...target, invocationId: "inv_1" });
    expect(() => run.invocation({ ...target, key: "b", invocationId: "inv_1" })).toThrow(
      expect.objectContaining({ source: "request" }),
    );
  });

  it("restores a run by its own reference, as an error has it, but no other's", async () => {
    const { ingress, requests } = recordRequests(() => new Response(new Uint8Array([7])));
    const ref = { ...target, workflow: true } as const;
    const milk = { ...ref, scope: "milk" };
    const run = workflowRun(ingress, target, { output: bytes });
    const scoped = workflowRun(scope(ingress, "tea"), target, { output: bytes });
    for (const restored of [run.invocation(ref), scoped.invocation(ref), scoped.invocation(milk)]) {
      expect(await restored.attach()).toEqual(new Uint8Array([7]));
    }
    expect(
      requests.map(({ line, body }) => [line.replace("http://restate:8080", ""), String(body)]),
    ).toEqual([
      ["GET /restate/workflow/Signup/a%20b/attach", "null"],
      ["POST /restate/attach", expect.stringContaining('"scope":"tea"')],
      ["POST /restate/attach", expect.stringContaining('"scope":"milk"')],
    ]);
    expect(() => run.invocation({ ...ref, key: "b" })).toThrow("invalid invocation");
    // No path can say its scope.
    expect(() => run.invocation(milk)).toThrow("invalid key or id");
  });

  it("fails with the error of its run", async () => {
    const body = { code: 470, message: "failed", source: "invocation" };
    const { ingress } = recordRequests(() => Response.json(body, { status: 470 }));
    const run = workflowRun(ingress, target);
    expect(await rejectionOf(run.output())).toMatchObject(body);
    expect(await rejectionOf(run.attach())).toMatchObject(body);
  });

  it("cannot be called, and a private one not be submitted", () => {
    const { ingress } = recordRequests();
    expect(typeof workflowRun(ingress, target)).toBe("object");
    expect(privateWorkflowRun(ingress, target)).not.toHaveProperty("submit");
  });
});
