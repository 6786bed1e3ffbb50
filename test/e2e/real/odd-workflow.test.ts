// It takes a definition that the server serves and the SDK's types do not know.

// Before the SDK, which needs what it brings.
import "probe/services";

import { randomUUID } from "node:crypto";

import * as restate from "@restatedev/restate-sdk";
import { handler } from "@restate-codegen/runtime";
import { expect, inject, onTestFinished, test } from "vitest";

import { register } from "../../restate/register.js";
import { serveEndpoint } from "../../restate/serve-endpoint.js";
import { ingress } from "../ingress.js";

test("a workflow's handlers may have any name: none is taken by the client", async () => {
  const service = `Flow${randomUUID().replaceAll("-", "")}`;
  const handlers = {
    run: async (ctx: restate.WorkflowContext) => Promise.resolve(ctx.key),
    workflowSubmit: async (_ctx: restate.WorkflowSharedContext, text: string) =>
      Promise.resolve(`not a submission: ${text}`),
  };
  // The SDK's types know no such workflow. Other languages define them, and the server serves them.
  const endpoint = await serveEndpoint([restate.workflow({ name: service, handlers } as never)]);
  onTestFinished(endpoint.close);
  await register(inject("adminUrl"), endpoint.url);
  const target = { service, key: "k", handler: "workflowSubmit" };
  expect(await handler<string, string>(ingress, target)("tea")).toBe("not a submission: tea");
});
