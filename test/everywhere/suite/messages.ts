import { invocation } from "@restate-codegen/runtime";
import { expect } from "chai";
import { myObjectClient, probeClient, tallyClient } from "probe/clients";

import type { Checks } from "./check.js";
import { failureOf } from "./failure-of.js";
import { unique } from "./unique.js";

/** Messages, and coming back to what they started. */
export const messages: Checks = {
  "a message is accepted, and its result can be waited for": async ({ ingress }) => {
    const key = unique();
    const sent = await myObjectClient(ingress, key).greet.send({ greeting: "Hi" });
    expect(sent.status).to.equal("Accepted");
    expect(sent.invocationId).to.match(/^inv_/);
    expect(await sent.attach()).to.deep.equal({ greeting: `Hi ${key}!` });
  },

  "a delayed message runs when it is due": async ({ ingress }) => {
    const start = Date.now();
    const sent = await probeClient(ingress).nothing.send({ delay: { seconds: 1 } });
    expect(sent.executionTime).to.match(/^\d{4}-/);
    expect(await sent.output()).to.deep.equal({ ready: false });
    expect(await sent.attach()).to.equal(undefined);
    expect(Date.now() - start).to.be.at.least(800);
  },

  "a running invocation has no output, an ended one has": async ({ ingress }) => {
    const sent = await probeClient(ingress).sleep.send(600);
    expect(await sent.output()).to.deep.equal({ ready: false });
    expect(await sent.attach()).to.equal(600);
    expect(await sent.output()).to.deep.equal({ ready: true, result: 600 });
  },

  "bytes can be attached to and peeked at": async ({ ingress }) => {
    const data = new Uint8Array([0, 128, 255]);
    const sent = await probeClient(ingress).bytes.send(data);
    expect(await sent.attach()).to.deep.equal(data);
    expect(await sent.output()).to.deep.equal({ ready: true, result: data });
  },

  "an idempotency key makes the handler run once": async ({ ingress }) => {
    const tally = tallyClient(ingress, unique());
    const calls = Array.from({ length: 4 }, () => tally.add({ idempotencyKey: "a" }));
    expect(await Promise.all(calls)).to.deep.equal([1, 1, 1, 1]);
    expect(await tally.add({ idempotencyKey: "b" })).to.equal(2);
    expect(await tally.count()).to.equal(2);
  },

  "a repeated message says so": async ({ ingress }) => {
    const { add } = tallyClient(ingress, unique());
    const first = await add.send({ idempotencyKey: "a" });
    const second = await add.send({ idempotencyKey: "a" });
    expect(second.status).to.equal("PreviouslyAccepted");
    expect(second.invocationId).to.equal(first.invocationId);
    expect(await second.attach()).to.equal(1);
  },

  "an idempotency key is enough to find an invocation": async ({ ingress }) => {
    const { add } = tallyClient(ingress, unique());
    await add({ idempotencyKey: "a" });
    const found = add.invocation({ idempotencyKey: "a" });
    expect(await found.attach()).to.equal(1);
    expect(await found.output()).to.deep.equal({ ready: true, result: 1 });
  },

  "an odd idempotency key finds it too, or needs a newer server": async ({
    ingress,
    isOldServer,
  }) => {
    const { add } = tallyClient(ingress, unique());
    const idempotencyKey = "order/1 50%?b=c#d, ..";
    expect(await add({ idempotencyKey })).to.equal(1);
    expect(await add({ idempotencyKey })).to.equal(1);
    const found = add.invocation({ idempotencyKey });
    if (isOldServer) {
      expect((await failureOf(() => found.attach())).message).to.contain("needs Restate 1.7");
    } else {
      expect(await found.attach()).to.equal(1);
    }
  },

  "a stored reference is enough to find an invocation": async ({ ingress }) => {
    const { greet } = myObjectClient(ingress, unique());
    const sent = await greet.send({ greeting: "Hi" });
    const stored = JSON.stringify(sent);
    const result = await sent.attach();
    expect(await greet.invocation(JSON.parse(stored)).attach()).to.deep.equal(result);
    expect(await invocation(ingress, JSON.parse(stored)).attach()).to.deep.equal(result);
  },

  "a reference of another handler is refused": async ({ ingress }) => {
    const { who, count } = myObjectClient(ingress, unique());
    const ref = (await count.send()).toJSON();
    expect(await failureOf(() => who.invocation(ref))).to.containSubset({ source: "request" });
  },

  "an invocation that never was is not found": async ({ ingress }) => {
    const unknown = probeClient(ingress).nothing.invocation({ idempotencyKey: unique() });
    expect(await failureOf(() => unknown.output())).to.containSubset({
      source: "ingress",
      code: 404,
    });
  },

  "a failed invocation fails for all who ask": async ({ ingress }) => {
    const sent = await probeClient(ingress).fail.send({ code: 418, message: "I am a tea pot" });
    const error = { source: "invocation", code: 418, message: "I am a tea pot" };
    expect(await failureOf(() => sent.attach())).to.containSubset(error);
    expect(await failureOf(() => sent.output())).to.containSubset(error);
  },
};
