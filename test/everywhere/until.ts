import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

import { PATIENCE_MS } from "./start-process.js";

/** Resolves once something is so. Rejects if it never comes to that. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !(await isSo()); await sleep(50)) {
    assert.ok(Date.now() < end, `It never came to ${isSo.toString()}`);
  }
}
