// `npm run demo`: writes the shop's clients, then uses them against a real Restate server.

import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { build } from "esbuild";

import { runNode } from "./spawn.mjs";
import { binOf, root } from "./workspace.mjs";

const shop = join(root, "fixtures", "shop");
const story = join(root, "test", "dist", "demo-story.mjs");

console.log("\nGenerate the clients of fixtures/shop");
console.log("  > restate-codegen --project tsconfig.json --out src/clients");
await runNode(
  join(root, "packages", "codegen", "bin", "restate-codegen.js"),
  ["--project", "tsconfig.json", "--out", "src/clients"],
  { cwd: shop },
);
await runNode(binOf("typescript", "tsc"), [], { cwd: shop });

// The story is TypeScript, which the oldest Node we support cannot run.
await build({
  entryPoints: [join(root, "test", "tasks", "demo-story.ts")],
  outfile: story,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  logLevel: "warning",
});
await import(pathToFileURL(story).href);
