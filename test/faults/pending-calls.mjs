// Makes calls that never get an answer, prints what becomes of each, and has to end by itself.
import { setTimeout as sleepFor } from "node:timers/promises";

import { connect, reattach, resolveAwakeable, retry } from "@restate-codegen/runtime";
import { myWorkflowClient, probeClient } from "probe/clients";

const [url = ""] = process.argv.slice(2);
const ingress = connect({
  url,
  headers: { authorization: "Bearer s3cret" },
  autoIdempotencyKey: true,
  retry: retry({ maxAttempts: 1_000, maxDuration: { minutes: 5 } }),
  reattach: reattach(),
});
const { nothing, sleep } = probeClient(ingress);
const { run } = myWorkflowClient(ingress, "of the pending calls");
await run.submit({ greeting: "Hi", wait: true });
const sent = await sleep.send(600_000);

const seldom = retry({ initialInterval: 30_000 });
const calls = {
  "a call": [2_000, (options) => sleep(600_000, options)],
  "a call with a key": [2_200, (options) => sleep(600_000, { ...options, idempotencyKey: "a" })],
  "an attach": [2_400, (options) => sent.attach(options)],
  "a workflow's attach": [2_600, (options) => run.attach(options)],
  "a call that seldom tries": [
    2_800,
    (options) => sleep(600_000, { ...options, retry: seldom, reattach: false }),
  ],
};
const pending = Object.entries(calls).map(([name, [timeout, call]]) =>
  report(name, timeout, call({ timeout })),
);
// By now all of them wait for the server, and the parent ends it for good.
await sleepFor(500);
console.log("waiting");
await new Promise((resolve) => process.stdin.once("data", resolve));
process.stdin.destroy();
pending.push(
  report("a call to a server that is gone", 1_500, nothing({ timeout: 1_500 })),
  report("a message to it", 1_500, nothing.send({ timeout: 1_500 })),
  report("a peek", 1_500, sent.output({ timeout: 1_500 })),
  report("an awakeable", 1_500, resolveAwakeable(ingress, "sign_1x", 1, { timeout: 1_500 })),
);
await Promise.all(pending);
console.log("done");

async function report(name, timeout, call) {
  const began = Date.now();
  const error = await call.then(
    (result) => ({ message: `It gave ${JSON.stringify(result)}` }),
    (reason) => ({ ...reason, message: reason.message }),
  );
  console.log(JSON.stringify({ name, timeout, took: Date.now() - began, error }));
}
