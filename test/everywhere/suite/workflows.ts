import { rejectAwakeable, resolveAwakeable, type Ingress } from "@restate-codegen/runtime";
import { expect } from "chai";
import { mailboxClient, myWorkflowClient, nightlyClient, probeClient } from "probe/clients";

import type { Checks } from "./check.js";
import { failureOf } from "./failure-of.js";
import { unique } from "./unique.js";

const waiting = { greeting: "Hi", wait: true };

/** Workflows and awakeables. */
export const workflows: Checks = {
  "a workflow is submitted, peeked at, released and attached to": async ({ ingress }) => {
    const workflow = myWorkflowClient(ingress, unique());
    await workflow.run.submit(waiting);
    expect(await workflow.run.output()).to.deep.equal({ ready: false });
    expect(await workflow.myOtherHandler()).to.deep.equal({ released: false });
    const attached = workflow.run.attach();
    await workflow.release("you");
    expect(await attached).to.deep.equal({ greeting: "Hi you!" });
    expect(await workflow.run.output()).to.deep.equal({
      ready: true,
      result: { greeting: "Hi you!" },
    });
  },

  "a workflow runs once per key": async ({ ingress }) => {
    const { run } = myWorkflowClient(ingress, unique());
    const first = await run.submit({ greeting: "Hi" });
    const second = await run.submit({ greeting: "Bye" });
    expect(second.status).to.equal("PreviouslyAccepted");
    expect(second.invocationId).to.equal(first.invocationId);
    expect(await second.attach()).to.deep.equal(await run.attach());
  },

  "a shared handler of a workflow takes messages": async ({ ingress }) => {
    const { run, release } = myWorkflowClient(ingress, unique());
    await run.submit(waiting);
    const sent = await release.send("you", { delay: 200 });
    expect(await run.attach()).to.deep.equal({ greeting: "Hi you!" });
    expect(await sent.attach()).to.equal(undefined);
  },

  "a workflow that fails, fails for all who ask": async ({ ingress }) => {
    for (const failWith of [470, 500]) {
      const { run } = myWorkflowClient(ingress, unique());
      await run.submit({ greeting: "Hi", failWith });
      const error = { source: "invocation", code: failWith, message: "The workflow failed." };
      expect(await failureOf(() => run.attach())).to.containSubset(error);
      expect(await failureOf(() => run.output())).to.containSubset(error);
    }
  },

  "a workflow that was never submitted is not found": async ({ ingress }) => {
    const { run } = myWorkflowClient(ingress, unique());
    expect(await failureOf(() => run.output())).to.containSubset({ source: "ingress", code: 404 });
  },

  "a private workflow can be observed": async ({ ingress }) => {
    const date = unique();
    await probeClient(ingress).runNightly(date);
    expect(await nightlyClient(ingress, date).run.attach()).to.equal(date);
  },

  "an awakeable is resolved with a value, or with nothing": async ({ ingress }) => {
    for (const [payload, result] of [
      ["茶", `resolved with "茶"`],
      [undefined, "resolved with nothing"],
    ]) {
      const { id, attach } = await startWaiting(ingress);
      expect(await resolveAwakeable(ingress, id, payload)).to.equal(undefined);
      expect(await attach()).to.equal(result);
    }
  },

  "an awakeable is rejected with a reason": async ({ ingress }) => {
    const { id, attach } = await startWaiting(ingress);
    await rejectAwakeable(ingress, id, "No tea today: 茶");
    expect(await failureOf(attach)).to.containSubset({
      source: "invocation",
      code: 500,
      message: "No tea today: 茶",
    });
  },

  "an awakeable's id that is a path is refused": async ({ ingress }) => {
    const id = "x/../../../Probe/echo?";
    expect(await failureOf(() => resolveAwakeable(ingress, id, 1))).to.containSubset({
      source: "ingress",
      code: 400,
    });
  },
};

async function startWaiting(
  ingress: Ingress,
): Promise<{ readonly id: string; readonly attach: () => Promise<string> }> {
  const name = unique();
  const { attach } = await probeClient(ingress).awaitText.send(name);
  for (;;) {
    const id = await mailboxClient(ingress, name).take();
    if (id !== null) {
      return { id, attach: () => attach() };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
