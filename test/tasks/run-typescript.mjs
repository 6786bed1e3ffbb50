import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { build } from "esbuild";

import { root } from "./workspace.mjs";

/** Runs a program of ours in this process: `runTypeScript("test/tasks/demo-story.ts")`. */
export async function runTypeScript(entry) {
  // All in one folder, so that what a program finds beside it, it finds for every entry.
  const outfile = join(
    root,
    "test",
    "dist",
    `${entry.replaceAll("/", "-").replace(/\.ts$/, "")}.mjs`,
  );
  // The oldest Node we support cannot run TypeScript.
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "warning",
  });
  await import(pathToFileURL(outfile).href);
}
