import { randomUUID } from "node:crypto";

import {
  handler,
  isIngressError,
  noInputHandler,
  type NoInputHandler,
} from "@restate-codegen/runtime";
import { myWorkflowClient, probeClient } from "probe/clients";
import { catalogueClient } from "shop/clients";
import { describe, expect, it } from "vitest";

import { ingress } from "./ingress.js";
import { expectFailure, since17 } from "./since-17.js";

const probe = probeClient(ingress);

describe("a handler's terminal error", () => {
  it.each([
    { code: undefined, status: 500, seen: 500 },
    { code: 200, status: 200, seen: 200 },
    { code: 299, status: 299, seen: 299 },
    { code: 302, status: 302, seen: 302 },
    { code: 400, status: 400, seen: 400 },
    { code: 401, status: 401, seen: 401 },
    { code: 403, status: 403, seen: 403 },
    { code: 404, status: 404, seen: 404 },
    { code: 409, status: 409, seen: 409 },
    { code: 429, status: 429, seen: 429 },
    { code: 470, status: 470, seen: 470 },
    { code: 503, status: 503, seen: 503 },
    { code: 700, status: 700, seen: 700 },
    { code: 0, status: 500, seen: 0 },
    { code: 1000, status: 500, seen: 1000 },
  ])("with code $code keeps its code and message", async ({ code, status, seen }) => {
    const failure = code === undefined ? {} : { code };
    await expectFailure(probe.fail({ message: "No more tea", ...failure }), {
      name: "IngressError",
      source: "invocation",
      code: seen,
      status,
      message: "No more tea",
      invocationId: expect.stringMatching(/^inv_/) as string,
      target: { service: "Probe", handler: "fail" },
      attempts: 1,
    });
  });

  it.each([204, 304])("with code %i is an error though it has no body", async (code) => {
    await expectFailure(probe.fail({ code, message: "lost" }), {
      source: "invocation",
      code,
      status: code,
    });
  });

  it("brings its metadata", async () => {
    const metadata = { sku: "tea", left: "0" };
    await expect(probe.fail({ message: "No more tea", metadata })).rejects.toMatchObject({
      metadata,
    });
  });

  it("is the same for who attaches or peeks later", async () => {
    const sent = await probe.fail.send({ code: 404, message: "No more tea" });
    const error = { source: "invocation", code: 404, message: "No more tea" };
    await expect(sent.attach()).rejects.toMatchObject(error);
    await expect(sent.output()).rejects.toMatchObject(error);
  });

  it("with the code for 'not ready' is not taken for it", async () => {
    const workflow = myWorkflowClient(ingress, randomUUID());
    await workflow.run.submit({ greeting: "Hi", failWith: 470 });
    await expect(workflow.run.attach()).rejects.toMatchObject({ source: "invocation", code: 470 });
    await expect(workflow.run.output()).rejects.toMatchObject({ source: "invocation", code: 470 });
  });

  it("is what a schema's refusal becomes", async () => {
    await expect(catalogueClient(ingress).search({ limit: 0 })).rejects.toMatchObject({
      source: "invocation",
      code: 400,
    });
  });

  it("can be told from other errors and turned into plain data", async () => {
    const error: unknown = await probe.fail({ message: "No more tea" }).catch((e: unknown) => e);
    expect(isIngressError(error)).toBe(true);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: "IngressError",
      message: "No more tea",
      source: "invocation",
    });
  });
});

describe("the ingress refuses", () => {
  const call = (service: string, name: string): NoInputHandler<unknown> =>
    noInputHandler(ingress, { service, handler: name });

  it.each([
    ["an unknown service", call("Nope", "greet"), 404, "service 'Nope' not found"],
    ["an unknown handler", call("Probe", "nope"), 404, "the handler 'nope' was not found"],
  ] as const)("%s", async (_name, target, code, message) => {
    for (const request of [() => target(), () => target.send()]) {
      await expect(request()).rejects.toMatchObject({
        source: "ingress",
        code,
        status: code,
        message: expect.stringContaining(message),
        attempts: 1,
      });
    }
  });

  it("a body over its limit, by an answer or by hanging up", async () => {
    const input = "x".repeat(33 * 1024 * 1024);
    const echo = handler<string, string>(ingress, { service: "Probe", handler: "echo" });
    const error: unknown = await echo(input).catch((reason: unknown) => reason);
    // The server answers and closes while the body is still on its way. Which of the two
    // `fetch` notices first is a matter of luck.
    expect([
      { source: "ingress", status: since17(413, 500), attempts: 1 },
      { source: "network", status: undefined, attempts: 1 },
    ]).toContainEqual(
      isIngressError(error) && {
        source: error.source,
        status: error.status,
        attempts: error.attempts,
      },
    );
  });
});
