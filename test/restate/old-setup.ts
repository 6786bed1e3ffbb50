import type { TestProject } from "vitest/node";

import { oldServerBinary } from "./old-server.js";
import { provideServer } from "./provide-server.js";

/** Starts the server of the tests on the oldest Restate that the runtime is for. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  return provideServer(project, {}, await oldServerBinary());
}
