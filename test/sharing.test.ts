import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compile } from "./compile/compilers.js";
import { projectFolder } from "./compile/project-folder.js";
import { strictOptions } from "./compile/strict-options.js";

const fixtures = fileURLToPath(new URL("../fixtures/sharing/", import.meta.url));
const ways = readdirSync(fixtures).sort();

test("there are four ways to share the types of services", () => {
  expect(ways).toEqual(["contract", "one-repository", "published-types", "separate-package"]);
});

test.for(ways)("with %s, a frontend compiles that has never seen the SDK", async (way, context) => {
  const folder = projectFolder(context, {
    "package.json": JSON.stringify({ type: "module" }),
    "expected/greeter.ts": read(`${way}/expected/greeter.ts`),
    "frontend/page.ts": read(`${way}/frontend/page.ts`),
  });
  const installed = readdirSync(`${folder}/node_modules`);
  expect(installed).toEqual(["@restate-codegen"]);
  const printed = await compile("5.9", folder, {
    compilerOptions: { ...strictOptions("5.9"), module: "NodeNext" },
    include: ["frontend"],
  });
  expect(printed).toBe("");
});

function read(path: string): string {
  return readFileSync(fixtures + path, "utf8");
}
