import type { RestateContext, RestateWorkflowContext } from "@restatedev/restate-sdk-core";
import { describe, expect, test } from "vitest";
import type { Fetch } from "../fetch.js";
import { accepted } from "../recording/record-requests.js";
import { connect } from "./connect.js";
import { rpc } from "./opts.js";

interface Handlers {
  greet: (ctx: RestateContext, name: string) => Promise<string>;
}

interface Runs {
  run: (ctx: RestateWorkflowContext, name: string) => Promise<string>;
}

function recording(answer: () => Response = () => Response.json("done")) {
  const lines: string[] = [];
  const bodies: unknown[] = [];
  const headers: Readonly<Record<string, string>>[] = [];
  const fetch: Fetch = (url, init) => {
    lines.push(`${init.method} ${url.replace("http://restate:8080", "")}`);
    bodies.push(init.body);
    headers.push(Object.fromEntries(init.headers));
    return Promise.resolve(answer());
  };
  return { ingress: connect({ url: "http://restate:8080", fetch }), lines, bodies, headers };
}

describe("a scope", () => {
  test("counts for calling, submitting, attaching and peeking", async () => {
    const { ingress, lines, bodies } = recording(() => accepted());
    const workflow = ingress.scope("tea").workflowClient<Runs>({ name: "W" }, "k");
    await workflow.workflowSubmit("Mary");
    await workflow.workflowAttach();
    await workflow.workflowOutput();
    await ingress.scope("tea").serviceClient<Handlers>({ name: "S" }).greet("Mary");
    await ingress.call({ service: "S", handler: "greet", parameter: "Mary", scope: "tea" });
    expect(lines).toEqual([
      "POST /restate/scope/tea/send/W/k/run",
      "POST /restate/attach",
      "POST /restate/output",
      "POST /restate/scope/tea/call/S/greet",
      "POST /restate/scope/tea/call/S/greet",
    ]);
    expect(JSON.parse(String(bodies[1]))).toMatchObject({ workflowKey: "k", scope: "tea" });
  });

  test("can have a limit key with each call", async () => {
    const { ingress, headers } = recording();
    const service = ingress.scope("tea").serviceClient<Handlers>({ name: "S" });
    await service.greet("Mary", rpc.opts({ limitKey: "plan/user" }));
    expect(headers).toMatchObject([{ "x-restate-limit-key": "plan/user" }]);
  });

  test("that is empty is none that there could be", async () => {
    const { ingress, lines } = recording();
    const call = { service: "S", handler: "greet", parameter: "Mary", scope: "" };
    expect(() => ingress.scope("")).toThrow("invalid scope");
    await expect(ingress.call(call)).rejects.toThrow("invalid scope");
    expect(lines).toEqual([]);
  });
});

test("an input is followed by options alone, which may be undefined", async () => {
  const { ingress, lines } = recording();
  // As who ignores types may call it.
  const { greet } = ingress.serviceClient<Handlers>({ name: "S" });
  const call = greet as (...args: readonly unknown[]) => unknown;
  await call("Mary", undefined);
  for (const args of [
    ["Mary", {}],
    ["Mary", "Joe", rpc.opts({})],
  ]) {
    expect(() => call(...args)).toThrow(/rpc\.opts/);
  }
  expect(lines).toEqual(["POST /S/greet"]);
});
