// First, because the SDK needs what it brings.
import { services as probe } from "probe/services";

import { services as shop } from "shop/services";
import type { TestProject } from "vitest/node";

import { inbox } from "../../fixtures/serdes/accept/input.js";
import { tables } from "../../fixtures/serdes/custom/input.js";
import { managedServices } from "../e2e/admin/managed-services.js";
import { register } from "./register.js";
import { serveEndpoint } from "./serve-endpoint.js";
import { serverBinary } from "./server-binary.js";
import { startServer } from "./start-server.js";

declare module "vitest" {
  /** What the tests get with `inject`. */
  interface ProvidedContext {
    /** What the tests are about: the real server, a scope in it, the oldest one, or the fake in its place. */
    server: "real" | "scope" | "old" | "fake";
    /** The ingress of the one server that all tests of a project share. */
    ingressUrl: string;
    /** Its admin API. */
    adminUrl: string;
  }
}

/**
 * Starts one server for a whole project, with all that its tests call registered, and returns what stops it. The server
 * is the newest, unless there is another binary.
 */
export async function provideServer(
  project: TestProject,
  settings: Readonly<Record<string, string>> = {},
  binary: string = serverBinary(),
): Promise<() => Promise<void>> {
  const server = await startServer(binary, settings);
  const endpoint = await serveEndpoint([...shop, ...probe, ...managedServices, tables, inbox]);
  const teardown = async (): Promise<void> => {
    await server.stop();
    await endpoint.close();
  };
  try {
    await register(server.adminUrl, endpoint.url);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide("ingressUrl", server.ingressUrl);
  project.provide("adminUrl", server.adminUrl);
  return teardown;
}
