// What the guide to Restate's official client shows, with nothing changed but the import, beside what generated clients
// make of it in guide.test.ts.

// First, because the SDK needs what it brings.
import "probe/services";

import * as clients from "@restate-codegen/runtime/clients";
import * as restate from "@restatedev/restate-sdk";
import { randomUUID } from "node:crypto";
import type { myObject } from "probe/my-object";
import type { myWorkflow } from "probe/my-workflow";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { register } from "../../restate/register.js";
import { serveEndpoint, type Endpoint } from "../../restate/serve-endpoint.js";

interface Greeting {
  greeting: string;
}

const myService = restate.service({
  name: "MyService",
  handlers: {
    greet: async (_ctx: restate.Context, { greeting }: Greeting): Promise<Greeting> => ({
      greeting: `${greeting}!`,
    }),
  },
});

type MyService = typeof myService;
type MyObject = typeof myObject;
type MyWorkflow = typeof myWorkflow;

const url = inject("ingressUrl");
let endpoint: Endpoint;

beforeAll(async () => {
  endpoint = await serveEndpoint([myService]);
  await register(inject("adminUrl"), endpoint.url);
});

afterAll(() => endpoint.close());

test("request-response invocations", async () => {
  const someone = randomUUID();
  const restateClient = clients.connect({ url });
  // To call a service
  const greet = await restateClient
    .serviceClient<MyService>({ name: "MyService" })
    .greet({ greeting: "Hi" });
  // To call an object
  const count = await restateClient
    .objectClient<MyObject>({ name: "MyObject" }, "Mary")
    .greet({ greeting: "Hi" });
  // To call a workflow
  const handle = await restateClient
    .workflowClient<MyWorkflow>({ name: "MyWorkflow" }, someone)
    .workflowSubmit({ greeting: "Hi" });
  const result = await restateClient.result(handle);
  const status = await restateClient
    .workflowClient<MyWorkflow>({ name: "MyWorkflow" }, someone)
    .myOtherHandler();

  expect([greet, count, result, status]).toEqual([
    { greeting: "Hi!" },
    { greeting: "Hi Mary!" },
    { greeting: `Hi ${someone}!` },
    { released: false },
  ]);
});

test("one-way invocations", async () => {
  const mary = randomUUID();
  const restateClient = clients.connect({ url });
  // To send a message to a service
  const sent = await restateClient
    .serviceSendClient<MyService>({ name: "MyService" })
    .greet({ greeting: "Hi" });
  // To send a message to an object
  const toObject = await restateClient
    .objectSendClient<MyObject>({ name: "MyObject" }, mary)
    .greet({ greeting: "Hi" });
  // To send a message to a workflow
  const handle = await restateClient
    .workflowClient<MyWorkflow>({ name: "MyWorkflow" }, mary)
    .workflowSubmit({ greeting: "Hi" });

  expect(sent).toEqual({
    invocationId: expect.stringMatching(/^inv_/),
    status: "Accepted",
    attachable: true,
  });
  expect(handle).toMatchObject({ status: "Accepted", attachable: true });
  expect(await restateClient.result(toObject)).toEqual({ greeting: `Hi ${mary}!` });
});

test("delayed invocations", async () => {
  const mary = randomUUID();
  const start = Date.now();
  const restateClient = clients.connect({ url });
  // To send a delayed message to a service
  const sent = await restateClient
    .serviceSendClient<MyService>({ name: "MyService" })
    .greet({ greeting: "Hi" }, clients.rpc.sendOpts({ delay: { seconds: 1 } }));
  // To send a delayed message to an object
  await restateClient
    .objectSendClient<MyObject>({ name: "MyObject" }, mary)
    .greet({ greeting: "Hi" }, clients.rpc.sendOpts({ delay: { seconds: 1 } }));
  // To send a delayed message to a workflow
  const handle = await restateClient
    .workflowClient<MyWorkflow>({ name: "MyWorkflow" }, mary)
    .workflowSubmit({ greeting: "Hi" }, clients.rpc.sendOpts({ delay: { seconds: 1 } }));

  expect(await restateClient.result(handle)).toEqual({ greeting: `Hi ${mary}!` });
  expect(Date.now() - start).toBeGreaterThanOrEqual(900);
  expect(Date.parse(sent.executionTime ?? "")).toBeGreaterThan(start + 500);
});

test("invoking a handler idempotently", async () => {
  const request = { greeting: "Hi" };
  const abcde = randomUUID();
  const restateClient = clients.connect({ url });
  const send = () =>
    restateClient
      .serviceSendClient<MyService>({ name: "MyService" })
      .greet(request, clients.rpc.sendOpts({ idempotencyKey: abcde }));

  const first = await send();
  expect(await send()).toEqual({ ...first, status: "PreviouslyAccepted" });
});

test("attaching to an invocation with an idempotency key", async () => {
  const request = { greeting: "Hi" };
  const restateClient = clients.connect({ url });
  // To send a message
  const handle = await restateClient
    .serviceSendClient<MyService>({ name: "MyService" })
    .greet(request, clients.rpc.sendOpts({ idempotencyKey: randomUUID() }));

  // ... do something else ...

  // Attach later to retrieve the result
  const response = await restateClient.result(handle);
  expect(response).toEqual({ greeting: "Hi!" });
});

test("attaching to a workflow execution, and peeking at it", async () => {
  const someone = randomUUID();
  const restateClient = clients.connect({ url });
  const workflow = restateClient.workflowClient<MyWorkflow>({ name: "MyWorkflow" }, someone);
  await workflow.workflowSubmit({ greeting: "Hi", wait: true });

  // Peek to check if ready with workflow ID
  const early = await restateClient
    .workflowClient<MyWorkflow>({ name: "MyWorkflow" }, someone)
    .workflowOutput();
  expect(early.ready).toBe(false);
  await workflow.release("Mary");

  // Option 1: attach and wait for result with workflow ID
  const result = await restateClient
    .workflowClient<MyWorkflow>({ name: "MyWorkflow" }, someone)
    .workflowAttach();
  // Option 2: peek to check if ready with workflow ID
  const peekOutput = await restateClient
    .workflowClient<MyWorkflow>({ name: "MyWorkflow" }, someone)
    .workflowOutput();
  if (peekOutput.ready) {
    const result2 = peekOutput.result;
    expect(result2).toEqual(result);
  }
  expect(result).toEqual({ greeting: "Hi Mary!" });
  expect(peekOutput.ready).toBe(true);
});
