// `npm run test:faults`: a long storm, once with our clients and once with Restate's own.

import { reattach, retry } from "@restate-codegen/runtime";

import type { Caller } from "./errand.js";
import { officialCaller } from "./official-caller.js";
import { ourCaller } from "./our-caller.js";
import { printReports } from "./print-report.js";
import { runStorm, type StormReport } from "./run-storm.js";

const callers: readonly Caller[] = [
  ourCaller("generated clients, autoIdempotencyKey", {
    autoIdempotencyKey: true,
    retry: retry({ maxAttempts: 100, maxDuration: { minutes: 5 } }),
    reattach: reattach(),
  }),
  officialCaller("official client, retry: true", { withKeys: false, retry: true }),
  officialCaller("the same, keys made by hand", { withKeys: true, retry: true }),
  officialCaller("the same, retries without limits", {
    withKeys: true,
    retry: { maxAttempts: false, maxDuration: false },
  }),
];

const seed = Number(process.env["FAULTS_SEED"] ?? Date.now() % 2 ** 31);
const invocations = Number(process.env["FAULTS_INVOCATIONS"] ?? 2_400);

console.log(`\n${invocations} invocations from 32 callers, FAULTS_SEED=${seed}\n`);
const reports: StormReport[] = [];
for (const caller of callers) {
  reports.push(await runStorm({ caller, invocations, callers: 32, kills: 6, outage: 3_000, seed }));
}
console.log(printReports(reports));

// The others are there to compare with.
const [ours] = reports;
process.exitCode = ours?.right === invocations && ours.lost + ours.doubled === 0 ? 0 : 1;
