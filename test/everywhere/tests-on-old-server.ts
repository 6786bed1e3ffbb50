import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { meaninglessOnOldServer, OLD_SERVER, oldServerBinary } from "../restate/old-server.js";
import { runVitest } from "../tasks/run-vitest.mjs";
import type { Platform } from "./platforms/platform.js";
import type { Report } from "./suite/check.js";

const name = `test/e2e on Restate ${OLD_SERVER}`;

/** The end-to-end tests, on the oldest Restate that the runtime is for. */
export const testsOnOldServer: Platform = {
  name,
  install: async () => {
    // Only to see that it can be had: the tests start it.
    await oldServerBinary();
    return { name, runSuite: runTests };
  },
};

/** Runs them, and prints which of them show something else than on the newest server, or have no meaning. */
async function runTests(): Promise<Report> {
  const scratch = mkdtempSync(join(tmpdir(), "restate-codegen-old-server-"));
  try {
    const outcomes = await runVitest(["--config", "vitest.everywhere.config.ts"], scratch);
    const others = outcomes.filter(({ meta }) => meta["showsOldServer"] === true);
    console.log(`On Restate ${OLD_SERVER} these tests show what is there instead:`);
    others.forEach((test) => console.log(`  ${test.name}`));
    for (const [file, reason] of Object.entries(meaninglessOnOldServer)) {
      console.log(`Those of ${file} have no meaning there: ${reason}.`);
    }
    return Object.fromEntries(outcomes.map((test) => [test.name, test.failure ?? "ok"]));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
