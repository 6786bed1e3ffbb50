// `npm run demo`: writes the shop's clients, then uses them against a real Restate server.

import { join } from "node:path";

import { runTypeScript } from "./run-typescript.mjs";
import { runNode } from "./spawn.mjs";
import { binOf, root } from "./workspace.mjs";

const shop = join(root, "fixtures", "shop");

console.log("\nGenerate the clients of fixtures/shop");
console.log("  > restate-codegen --project tsconfig.json --out src/clients");
await runNode(
  join(root, "packages", "codegen", "bin", "restate-codegen.js"),
  ["--project", "tsconfig.json", "--out", "src/clients"],
  { cwd: shop },
);
await runNode(binOf("typescript", "tsc"), [], { cwd: shop });
await runTypeScript("test/tasks/demo-story.ts");
