import type { TestProject } from "vitest/node";

import { provideServer } from "./provide-server.js";

/** Starts the server of the tests that want no other. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  return provideServer(project);
}
