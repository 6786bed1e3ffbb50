import { reattach, retry } from "@restate-codegen/runtime";
import { expect, test } from "vitest";

import { ourCaller } from "./storm/our-caller.js";
import { printReports } from "./storm/print-report.js";
import { runStorm } from "./storm/run-storm.js";

test("no call is lost and none runs twice, whatever the network and the server do", async () => {
  const report = await runStorm({
    caller: ourCaller("generated clients", {
      autoIdempotencyKey: true,
      retry: retry({ maxAttempts: 100, maxDuration: { minutes: 1 } }),
      reattach: reattach(),
    }),
    ...{ invocations: 240, callers: 32, kills: 1, outage: 300 },
    seed: Date.now() % 2 ** 31,
  });
  console.log(printReports([report]));
  expect(report).toMatchObject({
    right: 240,
    wrong: [],
    errors: [],
    lost: 0,
    doubled: 0,
    kills: 1,
  });
  expect(report.faults).toBeGreaterThan(20);
}, 120_000);
