import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runHere } from "./cli/run-here.js";
import { codeBlocks, modulesOf } from "./readme/code-blocks.js";
import { compileBlocks } from "./readme/compile-blocks.js";
import { findUnknownScript } from "./readme/find-unknown-script.js";

const recipes = fileURLToPath(new URL("../fixtures/recipes/", import.meta.url));
const names = readdirSync(recipes, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const isUpdating = process.env["UPDATE_FIXTURES"] === "1";

// What else there is to a recipe needs packages of others, and is tested everywhere.
describe.each(names)("the recipe %s", (name) => {
  const recipe = join(recipes, name);
  const readme = readFileSync(join(recipe, "README.md"), "utf8");

  test("has the clients that the generator writes", async () => {
    const command = isUpdating ? "generate" : "check";
    const { code, stdout, stderr } = await runHere(recipe, [command, "--strict", "--no-cache"]);
    expect(code, stdout + stderr).toBe(0);
  });

  test("shows its files as they are", () => {
    const shown = codeBlocks(readme).filter(({ group }) => group !== undefined);
    expect(shown).not.toEqual([]);
    for (const { group = "", text } of shown) {
      const path = join(recipe, group);
      const file = existsSync(path) ? readFileSync(path, "utf8") : "";
      expect(withoutIndents(file), group).toContain(withoutIndents(text));
    }
  });

  test("tells to run what there is to run", () => {
    const manifest = readFileSync(join(recipe, "package.json"), "utf8");
    const lines = codeBlocks(readme)
      .filter(({ language }) => language === "sh")
      .flatMap(({ text }) => text.trim().split("\n"));
    expect(lines).not.toEqual([]);
    expect(lines.map((line) => findUnknownScript(line, manifest)).filter(Boolean)).toEqual([]);
  });
});

test("what serves the services of a recipe compiles as it is shown", async () => {
  const shown = modulesOf(readFileSync(join(recipes, "README.md"), "utf8"));
  expect(shown.size).toBe(1);
  const services = readFileSync(join(recipes, "nestjs/restate/services.ts"), "utf8");
  expect(await compileBlocks(new Map([...shown, ["services", services]]))).toBe("");
});

test("the README lists every recipe", () => {
  const readme = readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8");
  const listed = [...readme.matchAll(/\(fixtures\/recipes\/([^/]+)\/README\.md\)/g)];
  expect(listed.map(([, name]) => name).sort()).toEqual([...names].sort());
});

/** What is shown of a class or a function need not begin as far right as in there. */
function withoutIndents(text: string): string {
  return text.replaceAll(/^ +/gm, "");
}
