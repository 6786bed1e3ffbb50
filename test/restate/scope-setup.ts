import type { TestProject } from "vitest/node";

import { wholeFlowControl } from "./flow-control.js";
import { provideServer } from "./provide-server.js";

/** Starts the server of the tests in a scope. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  return provideServer(project, wholeFlowControl);
}
