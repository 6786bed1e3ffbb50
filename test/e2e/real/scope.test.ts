// It takes a server of its own, with flow control.

// First, because the SDK needs what it brings.
import { services } from "probe/services";

import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";

import {
  connect,
  invocation,
  lookup,
  reattach,
  retry,
  scope,
  type Ingress,
  type InvocationRef,
} from "@restate-codegen/runtime";
import {
  cancel,
  connectAdmin,
  pause,
  purge,
  query,
  sql,
  status,
} from "@restate-codegen/runtime/admin";
import * as clients from "@restate-codegen/runtime/clients";
import type { myWorkflow } from "probe/my-workflow";
import { myObjectClient, myWorkflowClient, probeClient } from "probe/clients";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import { managedServices, states } from "../admin/managed-services.js";
import { flowControl } from "../../restate/flow-control.js";
import { register } from "../../restate/register.js";
import { serveEndpoint } from "../../restate/serve-endpoint.js";
import { startServer } from "../../restate/start-server.js";

let ingressUrl: string;
let adminUrl: string;
let outside: Ingress;
let tea: Ingress;
let milk: Ingress;
let stop: () => Promise<void>;

beforeAll(async () => {
  const server = await startServer(undefined, flowControl);
  const endpoint = await serveEndpoint([...services, ...managedServices]);
  stop = async () => {
    await server.stop();
    await endpoint.close();
  };
  await register(server.adminUrl, endpoint.url);
  ({ ingressUrl, adminUrl } = server);
  outside = connect({ url: ingressUrl, retry: retry(), reattach: reattach() });
  tea = scope(outside, "tea", { limitKey: "plan/user" });
  milk = scope(outside, "milk");
});

afterAll(() => stop());

describe("in a scope", () => {
  it("a handler is called, with all that tells calls apart", async () => {
    expect(await probeClient(tea).echo([1, "ü"])).toEqual([1, "ü"]);
    expect(await probeClient(tea).headers()).toMatchObject({ "x-restate-limit-key": "plan/user" });
    const failure = { message: "no", code: 418, metadata: { a: "b" } };
    await expect(probeClient(tea).fail(failure)).rejects.toMatchObject({
      source: "invocation",
      ...failure,
      target: { service: "Probe", handler: "fail", scope: "tea" },
    });
  });

  it("a message is sent, later, and found by what it gave", async () => {
    const sent = await probeClient(tea).echo.send(1, { delay: 300 });
    expect(sent).toMatchObject({ status: "Accepted", executionTime: expect.any(String) as string });
    expect(await sent.output()).toEqual({ ready: false });
    expect(await sent.attach()).toBe(1);
    expect(await sent.output()).toEqual({ ready: true, result: 1 });
  });

  it("an idempotency key is another than elsewhere, whatever is in it", async () => {
    for (const idempotencyKey of [randomUUID(), `${randomUUID()} /%?`]) {
      const options = { idempotencyKey };
      await Promise.all([
        probeClient(outside).echo("outside", options),
        probeClient(tea).echo("tea", options),
        probeClient(milk).echo("milk", options),
      ]);
      expect(await probeClient(tea).echo("again", options)).toBe("tea");
      const attached = [outside, tea, milk].map(async (at) =>
        probeClient(at).echo.invocation(options).attach(),
      );
      expect(await Promise.all(attached)).toEqual(["outside", "tea", "milk"]);
    }
  });

  it("a workflow runs once, apart from those of its key elsewhere", async () => {
    const key = randomUUID();
    const workflows = [outside, tea, milk].map((at) => myWorkflowClient(at, key));
    const [, inTea] = workflows;
    const greetings = workflows.map(async ({ run }, i) =>
      run.submitAndAttach({ greeting: ["Hi", "Tea", "Milk"][i] ?? "", wait: i === 1 }),
    );
    await inTea?.release("you");
    const results = [`Hi ${key}!`, "Tea you!", `Milk ${key}!`].map((greeting) => ({ greeting }));
    expect(await Promise.all(greetings)).toEqual(results);
    expect(await inTea?.run.submit({ greeting: "x" })).toMatchObject({
      status: "PreviouslyAccepted",
    });
    expect(await inTea?.run.output()).toEqual({ ready: true, result: results[1] });
  });

  it("a virtual object is refused by the server", async () => {
    await expect(myObjectClient(tea, "Mary").who()).rejects.toMatchObject({
      source: "ingress",
      status: 400,
      message: expect.stringContaining("not supported for Virtual Object") as string,
    });
  });
});

describe("a reference made in a scope", () => {
  it("leads back there from another process, which knows of no scope", async () => {
    const idempotencyKey = randomUUID();
    const key = randomUUID();
    const sent = await probeClient(tea).echo.send("tea", { idempotencyKey });
    await probeClient(outside).echo("outside", { idempotencyKey });
    await myWorkflowClient(tea, key).run.submit({ greeting: "Tea" });
    await myWorkflowClient(outside, key).run.submit({ greeting: "Hi" });
    const workflow = { service: "MyWorkflow", handler: "run", key, workflow: true } as const;
    const refs = [
      sent,
      probeClient(tea).echo.invocation({ idempotencyKey }),
      invocation(tea, workflow),
    ];
    const program = `
      import { connect, invocation } from "@restate-codegen/runtime";
      const [url, refs] = process.argv.slice(1);
      const ingress = connect({ url });
      const attached = JSON.parse(refs).map((ref) => invocation(ingress, ref).attach());
      console.log(JSON.stringify(await Promise.all(attached)));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--input-type=module", "-e", program, ingressUrl, JSON.stringify(refs)],
      { cwd: new URL(".", import.meta.url) },
    );
    expect(JSON.parse(stdout)).toEqual(["tea", "tea", { greeting: `Tea ${key}!` }]);
  });

  it("is what a time-out leaves behind", async () => {
    const idempotencyKey = randomUUID();
    const error: unknown = await probeClient(tea)
      .sleep(1_000, { idempotencyKey, timeout: 200 })
      .catch((reason: unknown) => reason);
    const { ref } = JSON.parse(JSON.stringify(error)) as { ref: InvocationRef };
    expect(ref).toMatchObject({ scope: "tea", idempotencyKey });
    expect(await probeClient(outside).sleep.invocation(ref).attach()).toBe(1_000);
  });

  it("is looked up in that scope", async () => {
    const idempotencyKey = randomUUID();
    const { invocationId } = await probeClient(tea).echo.withResponse(1, { idempotencyKey });
    const ref = { service: "Probe", handler: "echo", idempotencyKey };
    expect(await lookup(tea, ref)).toBe(invocationId);
    expect(await lookup(outside, { ...ref, scope: "tea" })).toBe(invocationId);
    expect(await lookup(milk, ref)).not.toBe(invocationId);
    const workflow = {
      service: "MyWorkflow",
      handler: "run",
      key: randomUUID(),
      workflow: true,
    } as const;
    const sent = await myWorkflowClient(tea, workflow.key).run.submit({ greeting: "Hi" });
    expect(await lookup(tea, workflow)).toBe(sent.invocationId);
    expect(await lookup(outside, { ...workflow, scope: "tea" })).toBe(sent.invocationId);
  });

  it("is managed in that scope", async () => {
    const admin = connectAdmin({ url: adminUrl });
    const options = { idempotencyKey: randomUUID(), delay: { hours: 1 } };
    const [inTea] = await Promise.all(
      [tea, milk, outside].map(async (at) => probeClient(at).echo.send(1, options)),
    );
    const { idempotencyKey } = options;
    const ref = { service: "Probe", handler: "echo", idempotencyKey, scope: "tea" };
    expect(await status(admin, ref)).toMatchObject({
      invocationId: inTea?.invocationId,
      target: { service: "Probe", handler: "echo", scope: "tea" },
    });
    expect(await cancel(admin, ref)).toEqual({ outcome: "removed" });
    expect(await purge(admin, ref)).toEqual({ outcome: "unknown" });
    const left = await query<{ scope?: string; limit_key?: string }>(
      admin,
      sql`select scope, limit_key from sys_invocation where idempotency_key = ${idempotencyKey}`,
    );
    expect(left).toEqual(expect.arrayContaining([{ scope: "milk" }, {}]));
    expect(left).toHaveLength(2);
  });
});

it("what is suspended is paused, too, where there is flow control", async () => {
  const admin = connectAdmin({ url: adminUrl });
  const sent = await states.suspended(tea);
  const untilIts = async (state: string) =>
    vi.waitFor(async () => expect((await status(admin, sent)).status).toBe(state), 25_000);
  await untilIts("suspended");
  expect(await pause(admin, sent)).toEqual({ outcome: "accepted" });
  await untilIts("paused");
});

it("the official client's API has a scope for attaching and peeking, too", async () => {
  const dropIn = clients.connect({ url: ingressUrl });
  const definition = { name: "MyWorkflow" } as const;
  const key = randomUUID();
  const workflow = dropIn.scope("tea").workflowClient<typeof myWorkflow>(definition, key);
  await workflow.workflowSubmit({ greeting: "Hi" });
  expect(await workflow.workflowAttach()).toEqual({ greeting: `Hi ${key}!` });
  expect((await workflow.workflowOutput()).ready).toBe(true);
  const elsewhere = dropIn.workflowClient<typeof myWorkflow>(definition, key);
  await expect(elsewhere.workflowOutput()).rejects.toMatchObject({ status: 404 });
});
