import { connect } from "@restate-codegen/runtime";
import { expect } from "chai";
import { myWorkflowClient, probeClient } from "probe/clients";

import type { Checks } from "./check.js";
import { failureOf, reasonOf } from "./failure-of.js";
import { unique } from "./unique.js";

const timedOut = { source: "timeout", attempts: 1 };

/** Timeouts and aborts. */
export const waits: Checks = {
  "a timeout ends the wait for a call": async ({ ingress }) => {
    const start = Date.now();
    const call = () => probeClient(ingress).sleep(20_000, { timeout: { milliseconds: 300 } });
    expect(await failureOf(call)).to.containSubset(timedOut);
    expect(Date.now() - start).to.be.within(150, 5_000);
  },

  "a timeout ends the wait for a proxy that says nothing": async ({ proxyUrl }) => {
    const ingress = connect({ url: `${proxyUrl}/hang/9/${unique()}`, timeout: 300 });
    expect(await failureOf(() => probeClient(ingress).nothing())).to.containSubset(timedOut);
  },

  "a timeout ends the wait of who attaches": async ({ ingress }) => {
    const { run } = myWorkflowClient(ingress, unique());
    await run.submit({ greeting: "Hi", wait: true });
    expect(await failureOf(() => run.attach({ timeout: 300 }))).to.containSubset(timedOut);
  },

  "a timeout of the connection holds, unless the call has its own": async ({ ingressUrl }) => {
    const { sleep } = probeClient(connect({ url: ingressUrl, timeout: 300 }));
    expect(await failureOf(() => sleep(1_000))).to.containSubset(timedOut);
    expect(await sleep(1_000, { timeout: { days: 365 } })).to.equal(1_000);
  },

  "what outlives a timeout can be attached to": async ({ ingress }) => {
    const { sleep } = probeClient(ingress);
    const idempotencyKey = unique();
    const call = () => sleep(1_000, { idempotencyKey, timeout: 300 });
    expect(await failureOf(call)).to.containSubset(timedOut);
    expect(await sleep.invocation({ idempotencyKey }).attach()).to.equal(1_000);
  },

  "an abort ends the wait with its own reason": async ({ ingress }) => {
    const controller = new AbortController();
    const reason = new Error("the page was left");
    setTimeout(() => controller.abort(reason), 200);
    const { signal } = controller;
    const call = () => probeClient(ingress).sleep(20_000, { signal, timeout: 20_000 });
    expect(await reasonOf(call)).to.equal(reason);
  },

  "an aborted signal lets nothing be sent": async ({ ingressUrl }) => {
    let requests = 0;
    const fetch = async (): Promise<never> => Promise.reject(new Error(String(++requests)));
    const { nothing } = probeClient(connect({ url: ingressUrl, fetch }));
    const reason = new Error("the page was left");
    expect(await reasonOf(() => nothing({ signal: AbortSignal.abort(reason) }))).to.equal(reason);
    expect(requests).to.equal(0);
  },
};
