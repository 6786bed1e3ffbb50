// Each step of the page on migrating, run against the real server: all three ways give the same.

// First, because the SDK needs what it brings.
import "probe/services";

import * as runtime from "@restate-codegen/runtime";
import * as clients from "@restate-codegen/runtime/clients";
import * as official from "@restatedev/restate-sdk-clients";
import { transform } from "esbuild";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as generated from "probe/clients";
import { expect, inject, test } from "vitest";
import { codeBlocks } from "../../readme/code-blocks.js";

const page = readFileSync(
  fileURLToPath(new URL("../../../packages/runtime/docs/migrating.md", import.meta.url)),
  "utf8",
);

const url = inject("ingressUrl");

/** What the first block of the page declares. */
const scope = {
  ...runtime,
  ...generated,
  official,
  clients,
  url,
  before: official.connect({ url }),
  ingress: clients.connect({ url }),
  key: crypto.randomUUID(),
};

const steps = page
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    title: section.split("\n", 1)[0] ?? "",
    blocks: codeBlocks(section).map(({ text }) => text),
  }))
  .filter(({ blocks }) => blocks.length > 0);

test("the page has its steps", () => {
  expect(steps.length).toBeGreaterThan(10);
});

test.each(steps)("$title", async ({ blocks }) => {
  const results: unknown[] = [];
  for (const block of blocks) {
    results.push(await run(block));
  }
  const [before, dropIn, after] = results;
  expect(before).toBeDefined();
  expect([dropIn, after]).toEqual([before, before]);
});

/** Runs a block, which is one expression. */
async function run(block: string): Promise<unknown> {
  const { code } = await transform(`export default (\n${block.trim().replace(/;$/, "")}\n);`, {
    loader: "ts",
    format: "esm",
  });
  const expression = code.replace(/^(?:var|const) \w+ = /m, "return ").split("export {")[0] ?? "";
  const names = Object.keys(scope);
  const AsyncFunction = (async () => Promise.resolve()).constructor as new (
    ...texts: readonly string[]
  ) => (...values: readonly unknown[]) => Promise<unknown>;
  return new AsyncFunction(...names, expression)(...Object.values(scope));
}
