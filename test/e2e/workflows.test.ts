import { randomUUID } from "node:crypto";

import { invocation } from "@restate-codegen/runtime";
import { myWorkflowClient, nightlyClient, probeClient, type MyWorkflowClient } from "probe/clients";
import { beforeEach, describe, expect, it } from "vitest";

import { ingress, outside } from "./ingress.js";
import { expectFailure } from "./since-17.js";

const waiting = { greeting: "Hi", wait: true };

let workflow: MyWorkflowClient;

beforeEach(() => {
  workflow = myWorkflowClient(ingress, randomUUID());
});

describe("a workflow", () => {
  it("runs once per key, however often it is submitted", async () => {
    const first = await workflow.run.submit(waiting);
    const second = await workflow.run.submit({ greeting: "Bye" });
    expect(first.status).toBe("Accepted");
    expect(second).toMatchObject({
      status: "PreviouslyAccepted",
      invocationId: first.invocationId,
    });
    await workflow.release("you");
    expect(await second.attach()).toEqual({ greeting: "Hi you!" });
    const third = await workflow.run.submit(waiting);
    expect(third).toMatchObject({ status: "PreviouslyAccepted", invocationId: first.invocationId });
  });

  it("answers whoever attached before it ended, and after", async () => {
    await workflow.run.submit(waiting);
    const early = workflow.run.attach();
    await workflow.release("you");
    expect(await early).toEqual({ greeting: "Hi you!" });
    expect(await workflow.run.attach()).toEqual({ greeting: "Hi you!" });
  });

  it("shares its promises with its other handlers, before, during and after", async () => {
    expect(await workflow.myOtherHandler()).toEqual({ released: false });
    await workflow.release("you");
    expect(await workflow.myOtherHandler()).toEqual({ released: true });
    const sent = await workflow.run.submit(waiting);
    expect(await sent.attach()).toEqual({ greeting: "Hi you!" });
    expect(await workflow.myOtherHandler()).toEqual({ released: true });
  });

  it("resolves a promise only once", async () => {
    await workflow.release("you");
    await expect(workflow.release("me")).rejects.toMatchObject({
      source: "invocation",
      code: 409,
    });
  });

  it("takes messages to its shared handlers, delayed ones too", async () => {
    await workflow.run.submit(waiting);
    const sent = await workflow.release.send("you", { delay: 300 });
    expect(sent.executionTime).toMatch(/^\d{4}-/);
    expect(await workflow.run.attach()).toEqual({ greeting: "Hi you!" });
    expect(await sent.attach()).toBeUndefined();
  });

  it("can be found again by its id and by its stored reference", async () => {
    const sent = await workflow.run.submit({ greeting: "Hi" });
    const result = await workflow.run.attach();
    expect(await workflow.run.invocation(String(sent.invocationId)).attach()).toEqual(result);
    expect(await workflow.run.invocation(sent.toJSON()).attach()).toEqual(result);
    expect(await invocation(ingress, sent.toJSON()).attach()).toEqual(result);
  });

  it("does not take the reference of another key for its own", async () => {
    const sent = await myWorkflowClient(ingress, randomUUID()).run.submit({ greeting: "Hi" });
    expect(() => workflow.run.invocation(sent.toJSON())).toThrow(
      expect.objectContaining({ name: "IngressError", source: "request" }),
    );
  });

  it("that was never submitted is not found", async () => {
    await expect(workflow.run.output()).rejects.toMatchObject({ source: "ingress", code: 404 });
    await expect(workflow.run.attach()).rejects.toMatchObject({ source: "invocation", code: 404 });
  });

  it.each([200, 403, 404, 500, 700])(
    "that fails with %i fails for all who ask",
    async (failWith) => {
      const sent = await workflow.run.submit({ greeting: "Hi", failWith });
      const error = {
        source: "invocation",
        code: failWith,
        message: "The workflow failed.",
      } as const;
      await expectFailure(sent.attach(), error);
      await expectFailure(workflow.run.attach(), error);
      const peek = async () =>
        workflow.run.output().then((output) => output.ready && output.result);
      await expectFailure(peek(), error);
    },
  );
});

describe("a workflow that only other services may start", () => {
  it("can be attached to and peeked at", async () => {
    const date = `2026-01-01 ${randomUUID()}`;
    await probeClient(ingress).runNightly(date);
    const { run } = nightlyClient(outside, date);
    expect(await run.attach()).toBe(date);
    expect(await run.output()).toEqual({ ready: true, result: date });
  });
});
