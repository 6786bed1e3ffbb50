// `npm run corpus -- <folder> [project…]`: what the generator makes of other people's projects.

import { join } from "node:path";

import { build } from "esbuild";

import { runNode } from "./spawn.mjs";
import { root } from "./workspace.mjs";

const outdir = join(root, "test", "dist");

await build({
  entryPoints: {
    corpus: join(root, "test", "corpus", "main.ts"),
    "corpus-unit": join(root, "test", "corpus", "unit-process.ts"),
  },
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  logLevel: "warning",
});
await runNode(join(outdir, "corpus.mjs"), process.argv.slice(3));
