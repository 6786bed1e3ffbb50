import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { EndpointOptions } from "@restatedev/restate-sdk";
import { build } from "esbuild";

import { register } from "../restate/register.js";
import { serveEndpoint, type Endpoint } from "../restate/serve-endpoint.js";

/** Serves all that a module exports, as it is now, and registers it; what was served of it before may go on. */
export async function serveServices(module: string, adminUrl: string): Promise<Endpoint> {
  // Here, where the SDK is that serves it, under a name of its own, since Node keeps modules.
  const url = new URL(`services-${crypto.randomUUID()}.mjs`, import.meta.url);
  await build({
    entryPoints: [module],
    outfile: fileURLToPath(url),
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  });
  // Such a module exports its definitions.
  const exported = (await import(url.href)) as Record<string, EndpointOptions["services"][number]>;
  rmSync(url);
  const endpoint = await serveEndpoint(Object.values(exported));
  await register(adminUrl, endpoint.url);
  return endpoint;
}
