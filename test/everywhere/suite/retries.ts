import { connect, reattach, retry, type ConnectOptions } from "@restate-codegen/runtime";
import { expect } from "chai";
import { myWorkflowClient, probeClient, tallyClient } from "probe/clients";

import type { Checks, Scene } from "./check.js";
import { failureOf, reasonOf } from "./failure-of.js";
import { unique } from "./unique.js";

const patient = {
  retry: retry({ maxAttempts: 5, initialInterval: 20 }),
} satisfies Partial<ConnectOptions>;

/** Calls that survive what is in between. */
export const retries: Checks = {
  "a call with an idempotency key survives each fault, and runs once": async (scene) => {
    for (const fault of ["reset", "swallow", "truncate", "502", "502-after-all", "503"]) {
      const label = unique();
      const { counted } = probeClient(behind(fault, 2, scene, patient));
      expect(await counted(label, { idempotencyKey: label }), fault).to.equal(1);
      expect(await tallyClient(scene.ingress, label).count(), fault).to.equal(1);
    }
  },

  "keys of its own making make every call and message survive": async (scene) => {
    const label = unique();
    const options = { ...patient, autoIdempotencyKey: true };
    const tally = tallyClient(behind("swallow", 2, scene, options), label);
    expect(await tally.add()).to.equal(1);
    expect(await (await tally.add.send()).attach()).to.equal(2);
    expect(await tally.add()).to.equal(3);
  },

  "a call without a key is not repeated": async (scene) => {
    for (const fault of ["502", "503"]) {
      const { nothing } = probeClient(behind(fault, 1, scene, patient));
      expect(await failureOf(() => nothing())).to.containSubset({ source: "proxy", attempts: 1 });
    }
  },

  "a connection that was refused is tried again, with or without a key": async ({ closedUrl }) => {
    const { nothing } = probeClient(connect({ url: closedUrl, ...patient }));
    const error = await failureOf(() => nothing({ idempotencyKey: unique() }));
    expect(error).to.containSubset({ source: "network", attempts: 5 });
  },

  "a workflow's submission is repeated, and reports the first": async (scene) => {
    const key = unique();
    const { run } = myWorkflowClient(behind("swallow", 1, scene, patient), key);
    const sent = await run.submit({ greeting: "Hi" });
    expect(sent.status).to.equal("PreviouslyAccepted");
    expect(await run.attach()).to.deep.equal({ greeting: `Hi ${key}!` });
  },

  "a handler's own error is never retried, whatever its code": async (scene) => {
    for (const code of [429, 500, 503]) {
      const { fail } = probeClient(behind("none", 0, scene, patient));
      const error = await failureOf(() =>
        fail({ code, message: "no" }, { idempotencyKey: unique() }),
      );
      expect(error).to.containSubset({ source: "invocation", code, attempts: 1 });
    }
  },

  "a proxy that asks for patience gets it": async (scene) => {
    const start = Date.now();
    const { echo } = probeClient(behind("429", 1, scene, patient));
    expect(await echo("tea", { idempotencyKey: unique() })).to.equal("tea");
    expect(Date.now() - start).to.be.at.least(scene.isPage ? 0 : 800);
  },

  "the time for all attempts is one, and the last error is told": async (scene) => {
    const start = Date.now();
    const endless = { retry: retry({ maxAttempts: 1_000, initialInterval: 50 }), timeout: 500 };
    const { nothing } = probeClient(behind("503", 999, scene, endless));
    const error = await failureOf(() => nothing({ idempotencyKey: unique() }));
    expect(error).to.containSubset({ source: "timeout" });
    expect(error.attempts).to.be.greaterThan(1);
    expect(Date.now() - start).to.be.within(250, 5_000);
  },

  "an abort ends the wait between two attempts": async (scene) => {
    const controller = new AbortController();
    const reason = new Error("the page was left");
    setTimeout(() => controller.abort(reason), 200);
    const slow = {
      retry: retry({ maxAttempts: 9, initialInterval: 60_000 }),
      signal: controller.signal,
    };
    const { nothing } = probeClient(behind("503", 999, scene, slow));
    expect(await reasonOf(() => nothing({ idempotencyKey: unique() }))).to.equal(reason);
  },

  "a call goes on when its connection is cut, by attaching": async (scene) => {
    const label = unique();
    const options = { reattach: reattach() };
    const { sleep } = probeClient(behind("swallow", 1, scene, options));
    expect(await sleep(300, { idempotencyKey: label })).to.equal(300);
  },
};

function behind(
  fault: string,
  times: number,
  { proxyUrl }: Scene,
  options: Partial<ConnectOptions>,
) {
  return connect({ ...options, url: `${proxyUrl}/${fault}/${times}/${unique()}` });
}
