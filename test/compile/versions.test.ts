import { describe, expect, test } from "vitest";
import { compile, versions } from "./compilers.js";
import { generatedFolders, type GeneratedFolder } from "./generated-modules.js";
import { projectFolder } from "./project-folder.js";
import { strictOptions } from "./strict-options.js";

const manifest = { "package.json": JSON.stringify({ type: "module" }) };
const folders = generatedFolders();

test("fixtures/ holds generated modules, the shop's among them", () => {
  expect(folders.length).toBeGreaterThan(1);
  expect(folders.map(({ path }) => path)).toContain("shop/src/clients");
});

describe.each(versions)("TypeScript %s", (version) => {
  test.concurrent("compiles every generated module at its strictest", async (context) => {
    const folder = projectFolder(context, { ...manifest, ...filesOf(folders) });
    const printed = await compile(version, folder, {
      compilerOptions: {
        ...strictOptions(version),
        // Modules end their relative imports as their own project wants it; this takes all forms.
        module: "ESNext",
        moduleResolution: "bundler",
        allowImportingTsExtensions: true,
      },
      include: ["generated"],
    });
    context.expect(printed).toBe("");
  });

  test.concurrent("compiles them as Node would resolve their imports", async (context) => {
    const nodeLike = folders.filter(isNodeLike);
    const folder = projectFolder(context, { ...manifest, ...filesOf(nodeLike) });
    const printed = await compile(version, folder, {
      compilerOptions: { ...strictOptions(version), module: "NodeNext" },
      include: ["generated"],
    });
    context.expect(printed).toBe("");
  });

  test.concurrent("finds a mistake in a generated module", async (context) => {
    const folder = projectFolder(context, {
      ...manifest,
      "generated/a.ts": `import { handler } from "@restate-codegen/runtime";\nhandler();\n`,
    });
    const printed = await compile(version, folder, {
      compilerOptions: { ...strictOptions(version), module: "NodeNext" },
      include: ["generated"],
    });
    context.expect(printed).toContain("generated/a.ts");
    context.expect(printed).toContain("TS2554");
  });
});

function filesOf(from: readonly GeneratedFolder[]): Record<string, string> {
  return Object.fromEntries(
    from.flatMap(({ path, files }) =>
      [...files].map(([file, text]) => [`generated/${path}/${file}`, text]),
    ),
  );
}

function isNodeLike({ files }: GeneratedFolder): boolean {
  return [...files.values()].every((text) => !/from "\.[^"]*(?<!\.js)";/.test(text));
}
