import { connect, health, intercept, lookup } from "@restate-codegen/runtime";
import { expect } from "chai";
import { myWorkflowClient, probeClient, tallyClient } from "probe/clients";

import type { Checks } from "./check.js";
import { failureOf } from "./failure-of.js";
import { unique } from "./unique.js";

/** What applications need around their calls. */
export const surroundings: Checks = {
  "a healthy ingress says so, and which services it has": async ({ ingress, closedUrl }) => {
    expect((await health(ingress)).services).to.include.members(["Probe", "MyWorkflow"]);
    expect(await failureOf(() => health(connect({ url: closedUrl })))).to.containSubset({
      source: "network",
    });
  },

  "an id can be looked up, or needs a newer server": async ({ ingress, isOldServer }) => {
    const key = unique();
    const idempotencyKey = "order/1";
    const ref = { service: "Tally", key, handler: "add", idempotencyKey };
    const { invocationId } = await tallyClient(ingress, key).add.send({ idempotencyKey });
    if (isOldServer) {
      expect((await failureOf(() => lookup(ingress, ref))).message).to.contain("needs Restate 1.7");
    } else {
      expect(await lookup(ingress, ref)).to.equal(invocationId);
    }
  },

  "a workflow is submitted, or joined where it runs, in one line": async ({ ingress }) => {
    const key = unique();
    const { run } = myWorkflowClient(ingress, key);
    expect(await run.submitAndAttach({ greeting: "Hi" })).to.deep.equal({ greeting: `Hi ${key}!` });
    expect(await run.submitAndAttach({ greeting: "Bye" })).to.deep.equal({
      greeting: `Hi ${key}!`,
    });
  },

  "an interceptor sees each attempt, and may change and repeat it": async ({ ingressUrl }) => {
    const seen: string[] = [];
    const ingress = connect({
      url: ingressUrl,
      fetch: intercept(async ({ headers, target, number }, next) => {
        headers["authorization"] = number === 1 ? "Bearer old" : "Bearer new";
        const response = await next();
        seen.push(`${target?.handler} ${number} ${response.status}`);
        headers["authorization"] = "Bearer new";
        return next();
      }),
    });
    expect(await probeClient(ingress).headers()).to.containSubset({ authorization: "Bearer new" });
    expect(seen).to.deep.equal(["headers 1 200"]);
  },
};
