// `npm run test:everywhere`: one suite of checks, run through by each platform that has JavaScript.

import { join } from "node:path";

import { build } from "esbuild";

import { runTypeScript } from "./run-typescript.mjs";
import { root } from "./workspace.mjs";

const entries = join(root, "test", "everywhere", "entries");
const outdir = join(root, "test", "dist", "everywhere");

/** What all bundles of the suite have in common: they hold everything, since no platform has node_modules. */
const bundle = { outdir, bundle: true, target: "es2022", logLevel: "warning" };

await build({
  ...bundle,
  entryPoints: [join(entries, "command-line.ts"), join(entries, "worker.ts")],
  outExtension: { ".js": ".mjs" },
  platform: "neutral",
  mainFields: ["module", "main"],
  external: ["node:process"],
  format: "esm",
});
await build({ ...bundle, entryPoints: [join(entries, "page.ts")], platform: "browser" });

await runTypeScript("test/everywhere/main.ts");
