import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { codeBlocks, commandsOf, modulesOf } from "./readme/code-blocks.js";
import { compileBlocks } from "./readme/compile-blocks.js";
import { findUnknownCommand } from "./readme/find-unknown-command.js";
import { runBlocks } from "./readme/run-blocks.js";

const files = [
  "README.md",
  "packages/codegen/README.md",
  "packages/codegen/docs/monorepos.md",
  "packages/codegen/docs/options.md",
  "packages/runtime/docs/migrating.md",
  "packages/runtime/README.md",
];

describe.each(files)("%s", (file) => {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  const markdown = existsSync(path) ? readFileSync(path, "utf8") : "";

  test("shows TypeScript, and what to type in a shell", () => {
    const languages = codeBlocks(markdown).map(({ language }) => language);
    expect(languages).toEqual(expect.arrayContaining(["ts", "sh"]));
  });

  test("has TypeScript that compiles", async () => {
    expect(await compileBlocks(modulesOf(markdown))).toBe("");
  });

  test("has commands that exist", () => {
    expect(commandsOf(markdown).map(findUnknownCommand).filter(Boolean)).toEqual([]);
  });
});

test("the tests that the runtime's README shows pass", async () => {
  const path = fileURLToPath(new URL("../packages/runtime/README.md", import.meta.url));
  const shown = modulesOf(readFileSync(path, "utf8")).get("vitest") ?? "";
  expect(await runBlocks(new Map([["shown", shown]]))).toMatch(/Tests +2 passed/);
});

describe("a README with a mistake is caught", () => {
  test("in TypeScript, with its line", async () => {
    const markdown = "# A\n\n```ts\nconst a: string = 1;\n```\n";
    expect(await compileBlocks(modulesOf(markdown))).toMatch(/line-4\.ts\(4,7\).*TS2322/);
  });

  test.each([
    "npm run nothing",
    "npm install left-pad",
    "npx restate-codegen --nothing",
    "npx restate-codegen nothing",
    "rm -r .",
  ])("in the command %s", (command) => {
    expect(findUnknownCommand(command)).toBeDefined();
  });

  test("but blocks of one group build on each other", async () => {
    const markdown = "```ts a\nconst a = 1;\n```\n\nAnd\n\n```ts a\na.toFixed();\n```\n";
    expect(await compileBlocks(modulesOf(markdown))).toBe("");
  });
});
