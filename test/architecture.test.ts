import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { importsOf } from "./architecture/imports-of.js";
import { isTest, sourceFiles } from "./architecture/source-files.js";
import { allowedImports, findViolations } from "./architecture/stage-rules.js";

const codegen = sourceFiles("packages/codegen/src").filter((file) => !isTest(file));
const runtime = sourceFiles("packages/runtime/src").filter((file) => !isTest(file));
const stages = Object.keys(allowedImports);

describe("the generator's stages", () => {
  const staged = codegen.filter(({ path }) => path.includes("/"));

  test.each(stages)("%s is a folder with files in it", (stage) => {
    expect(staged.map(({ path }) => path.split("/")[0])).toContain(stage);
  });

  test("each folder has a rule about what it may import", () => {
    const folders = new Set(staged.map(({ path }) => path.split("/")[0]));
    expect([...folders].filter((folder) => !stages.includes(folder ?? ""))).toEqual([]);
  });

  test.each(stages)("%s imports only what it may", (stage) => {
    const files = staged.filter(({ path }) => path.startsWith(`${stage}/`));
    expect(files.flatMap(({ path, text }) => findViolations(path, text))).toEqual([]);
  });

  test("generate.ts fits on a page or two", () => {
    const generate = codegen.find(({ path }) => path === "generate.ts");
    expect(generate?.text.split("\n").length).toBeLessThanOrEqual(100);
  });

  test("ARCHITECTURE.md explains the stages in the order in which they run", () => {
    const url = new URL("../ARCHITECTURE.md", import.meta.url);
    const text = readFileSync(fileURLToPath(url), "utf8");
    const mentions = stages.map((stage) => text.search(new RegExp(`^.{0,8}\`${stage}/?\``, "m")));
    expect(mentions).not.toContain(-1);
    expect(mentions).toEqual([...mentions].sort((a, b) => a - b));
  });
});

describe("the rule about imports catches", () => {
  test.each([
    ["a stage that reaches back", "render/a.ts", `import { a } from "../analyze/a.js";`],
    ["a type import", "model/a.ts", `import type { Node } from "ts-morph";`],
    ["a re-export", "plan/a.ts", `export { a } from "../render/a.js";`],
    ["a dynamic import", "check/a.ts", `await import("prettier");`],
    ["an import type", "naming/a.ts", `let a: import("../plan/a.js").A;`],
    ["a require", "write/a.ts", `require("handlebars");`],
    ["the orchestrator", "plan/a.ts", `import { generate } from "../generate.js";`],
    ["the insides of a stage, from the cli", "cli/a.ts", `import { a } from "../write/a.js";`],
    ["a built-in without its prefix", "write/a.ts", `import { join } from "path";`],
    ["a folder without a rule", "other/a.ts", `import { a } from "../model/a.js";`],
  ])("%s", (_name, file, source) => {
    expect(findViolations(file, source)).toHaveLength(1);
  });

  test.each([
    ["an import of a neighbour", "render/a.ts", `import { a } from "./b/c.js";`],
    ["an import up to its own folder", "analyze/types/a.ts", `import { a } from "../b.js";`],
    ["a string that looks like an import", "model/a.ts", `const a = 'import "ts-morph"';`],
    ["a comment", "model/a.ts", `// import { a } from "ts-morph";`],
  ])("but not %s", (_name, file, source) => {
    expect(findViolations(file, source)).toEqual([]);
  });
});

test("the runtime imports nothing but itself", () => {
  expect(runtime.length).toBeGreaterThan(0);
  const foreign = runtime.flatMap(({ path, text }) =>
    importsOf(path, path.startsWith("drop-in/") ? withoutOfficialTypes(text) : text).filter(
      (specifier) =>
        !specifier.startsWith(".") || posix.join(posix.dirname(path), specifier).startsWith(".."),
    ),
  );
  expect(foreign).toEqual([]);
});

/** The drop-in speaks of the official client's types, which are an optional peer. Nothing of it is there at run time. */
function withoutOfficialTypes(text: string): string {
  return text.replaceAll(
    /^(import|export) type \{[^}]*\} from "@restatedev\/restate-sdk-core";$/gm,
    "",
  );
}

describe.each([
  ["packages/codegen/src", codegen],
  ["packages/runtime/src", runtime],
])("%s", (_folder, files) => {
  test("has files of at most 250 lines", () => {
    const long = files.filter(({ text }) => text.trimEnd().split("\n").length > 250);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  test("names its files in kebab-case, after what they hold", () => {
    const vague = /(^|\/)((utils?|helpers?|common|misc|shared)(\.ts|\/)|types?\.ts$)/;
    const kebab = /^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts$/;
    expect(
      files.map(({ path }) => path).filter((path) => vague.test(path) || !kebab.test(path)),
    ).toEqual([]);
  });
});
