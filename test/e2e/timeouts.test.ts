import { randomUUID } from "node:crypto";

import { myWorkflowClient, probeClient } from "probe/clients";
import { describe, expect, it } from "vitest";

import { connectHere, ingress } from "./ingress.js";
import { spyingIngress } from "./spying-ingress.js";

const probe = probeClient(ingress);
const timeoutError = { name: "IngressError", source: "timeout", attempts: 1 };

async function millisecondsUntilItFails(work: Promise<unknown>, error: object): Promise<number> {
  const start = Date.now();
  await expect(work).rejects.toMatchObject(error);
  return Date.now() - start;
}

describe("a timeout", () => {
  it("ends the wait for a call", async () => {
    const call = probe.sleep(20_000, { timeout: { milliseconds: 300 } });
    const waited = await millisecondsUntilItFails(call, timeoutError);
    // Node counts from the beginning of the event loop's turn, not from the call.
    expect(waited).toBeGreaterThanOrEqual(150);
    expect(waited).toBeLessThan(3_000);
  });

  it("ends the wait of who attaches", async () => {
    const { run } = myWorkflowClient(ingress, randomUUID());
    const sent = await run.submit({ greeting: "Hi", wait: true });
    const waited = await Promise.all([
      millisecondsUntilItFails(sent.attach({ timeout: 300 }), timeoutError),
      millisecondsUntilItFails(run.attach({ timeout: 300 }), timeoutError),
    ]);
    expect(Math.max(...waited)).toBeLessThan(3_000);
  });

  it("does not end the invocation, which can be attached to", async () => {
    const idempotencyKey = randomUUID();
    const call = probe.sleep(1_000, { idempotencyKey, timeout: 200 });
    await expect(call).rejects.toMatchObject(timeoutError);
    expect(await probe.sleep.invocation({ idempotencyKey }).attach()).toBe(1_000);
  });

  it("of the connection holds, unless the call has its own", async () => {
    const hasty = probeClient(connectHere({ timeout: 200 }));
    await expect(hasty.sleep(1_000)).rejects.toMatchObject(timeoutError);
    expect(await hasty.sleep(1_000, { timeout: { seconds: 20 } })).toBe(1_000);
  });

  it("longer than any timer does not fire at once", async () => {
    expect(await probe.sleep(200, { timeout: { days: 365 } })).toBe(200);
  });
});

describe("a signal", () => {
  it("ends the wait, with its own reason", async () => {
    const reason = new Error("the page was left");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 200);
    const call = probe.sleep(20_000, { signal: controller.signal, timeout: { minutes: 1 } });
    await expect(call).rejects.toBe(reason);
  });

  it("that has fired already lets nothing be sent", async () => {
    const spy = spyingIngress();
    const reason = new Error("the page was left");
    const call = probeClient(spy.ingress).nothing({ signal: AbortSignal.abort(reason) });
    await expect(call).rejects.toBe(reason);
    expect(spy.urls).toEqual([]);
  });

  it("and a timeout go together: the first of them counts", async () => {
    const { signal } = new AbortController();
    const call = probe.sleep(20_000, { signal, timeout: 200 });
    await expect(call).rejects.toMatchObject(timeoutError);
  });
});
