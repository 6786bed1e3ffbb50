import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { EndpointOptions } from "@restatedev/restate-sdk";
import { build } from "esbuild";

import { register } from "../../restate/register.js";
import { serveEndpoint, type Endpoint } from "../../restate/serve-endpoint.js";

/** Serves the service of an app as it is now, and registers it; its older versions may go on. */
export async function serveApi(app: string, adminUrl: string): Promise<Endpoint> {
  // Here, where the SDK is that serves it, under a name of its own, since Node keeps modules.
  const url = new URL(`api-${crypto.randomUUID()}.mjs`, import.meta.url);
  await build({
    entryPoints: [join(app, "api/greeter.ts")],
    outfile: fileURLToPath(url),
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  });
  // What the app's own file exports.
  const { greeter } = (await import(url.href)) as {
    readonly greeter: NonNullable<EndpointOptions["services"]>[number];
  };
  rmSync(url);
  const endpoint = await serveEndpoint([greeter]);
  await register(adminUrl, endpoint.url);
  return endpoint;
}
