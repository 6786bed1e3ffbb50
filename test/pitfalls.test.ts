import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test, type TestContext } from "vitest";
import { compile } from "./compile/compilers.js";
import { generatedFolders } from "./compile/generated-modules.js";
import { projectFolder } from "./compile/project-folder.js";
import { strictOptions } from "./compile/strict-options.js";

const pitfalls = fileURLToPath(new URL("../fixtures/pitfalls/", import.meta.url));
const manifest = { "package.json": JSON.stringify({ type: "module" }) };

test("the list of pitfalls has a line for each of their folders", () => {
  const listed = [...read("README.md").matchAll(/^- `([^`]+)`: \S/gm)].map(([, name]) => name);
  const folders = readdirSync(pitfalls, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(listed.sort()).toEqual(folders.sort());
});

test("their clients compile where optional members may be undefined, too", async (context) => {
  const modules = generatedFolders().filter(({ path }) => path.startsWith("pitfalls/"));
  const files = modules.flatMap(({ path, files }) =>
    [...files].map(([name, text]) => [`${path}/${name}`, text] as const),
  );
  const folder = projectFolder(context, { ...manifest, ...Object.fromEntries(files) });
  const options = { ...strictOptions("7"), exactOptionalPropertyTypes: false, module: "NodeNext" };
  expect(await compile("7", folder, { compilerOptions: options, include: ["."] })).toBe("");
});

describe("the types on the wire are the same", () => {
  test("for a service that gives what a client says", async (context) => {
    const [, types = ""] =
      /^(export interface Item [^]*)\n\nexport interface FirstClient/m.exec(
        read("j06-projected-twice/expected/first.ts"),
      ) ?? [];
    expect(read("j06-projected-twice/wire.ts").trim()).toBe(types);
    const pairs = [['First["give"]', 'Second["give"]']] as const;
    expect(await compare(context, "j06-projected-twice", pairs)).toBe("");
  });

  test("after types were renamed and members reordered, and after nothing else", async (context) => {
    const folder = "j13-renamed-and-reordered";
    const same = [
      ['Before["find"]', 'After["find"]'],
      ['Before["place"]', 'After["place"]'],
    ] as const;
    expect(await compare(context, folder, same)).toBe("");
    const other = [['Before["find"]', 'After["place"]']] as const;
    expect(await compare(context, folder, other)).toContain("is not assignable to type");
  });
});

/** Compiles the assertion that handlers of a case's clients take and give the same types. */
function compare(
  context: TestContext,
  name: string,
  pairs: readonly (readonly [string, string])[],
): Promise<string> {
  const modules = readdirSync(join(pitfalls, name, "expected"));
  const imports = modules.map((module) => {
    const client = module.charAt(0).toUpperCase() + module.slice(1, -".ts".length);
    return `import type { ${client}Client as ${client} } from "./${module.replace(/ts$/, "js")}";`;
  });
  const assertions = pairs.flatMap(([one, other]) =>
    ["InputOf", "OutputOf"].map((side) => `Same<${side}<${one}>, ${side}<${other}>>`),
  );
  const text = [
    'import type { InputOf, OutputOf } from "@restate-codegen/runtime";',
    ...imports,
    "type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;",
    `export const same: [${assertions.join(", ")}] = [${assertions.map(() => "true").join(", ")}];`,
  ].join("\n");
  const files = modules.map((module) => [module, read(`${name}/expected/${module}`)] as const);
  const folder = projectFolder(context, {
    ...manifest,
    ...Object.fromEntries(files),
    "compare.ts": text,
  });
  const compilerOptions = { ...strictOptions("7"), module: "NodeNext" };
  return compile("7", folder, { compilerOptions, include: ["."] });
}

function read(path: string): string {
  return readFileSync(join(pitfalls, path), "utf8");
}
