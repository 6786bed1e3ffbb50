import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { read } from "../cli/project.js";
import { runHere } from "../cli/run-here.js";
import { clientsIn, makeWorkspace } from "./make-workspace.js";
import { workspaceFiles } from "./workspace-files.js";

const api = "packages/api";

test("packages that are hoisted to the top, or isolated, give the same bytes", async () => {
  const hoisted = makeWorkspace("workspace", "hoisted");
  expect(await runHere(join(hoisted, api))).toMatchObject({ code: 0, stderr: "" });
  const isolated = makeWorkspace("workspace", "isolated");
  expect(await runHere(join(isolated, api))).toMatchObject({ code: 0, stderr: "" });
  expect(clientsIn(isolated)).toEqual(clientsIn(hoisted));
});

/** The workspace with types that come from what `tsc --build` writes. */
const composite: Readonly<Record<string, string>> = {
  ...workspaceFiles,
  "tsconfig.json": JSON.stringify({
    files: [],
    references: [{ path: "packages/types" }, { path: "packages/api" }],
  }),
  "packages/types/package.json": JSON.stringify({
    name: "@acme/types",
    type: "module",
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
  }),
  "packages/types/tsconfig.json": JSON.stringify({
    extends: "../../tsconfig.base.json",
    compilerOptions: { composite: true, rootDir: "src", outDir: "dist", declarationMap: true },
    include: ["src"],
  }),
  "packages/api/tsconfig.json": JSON.stringify({
    extends: "../../tsconfig.base.json",
    compilerOptions: { composite: true, rootDir: "src", outDir: "dist" },
    include: ["src"],
    references: [{ path: "../types" }],
  }),
};

test("a referenced project gives from its declarations what it gives from its sources", async () => {
  const workspace = makeWorkspace("workspace", "hoisted", composite);
  build(workspace, "packages/types");
  expect(await runHere(join(workspace, api))).toMatchObject({ code: 0, stderr: "" });
  const fromDeclarations = clientsIn(workspace);

  const sources = makeWorkspace("workspace");
  await runHere(join(sources, api));
  expect(fromDeclarations["prices.ts"]).toBe(clientsIn(sources)["prices.ts"]);

  // The clients are part of the project now, and it builds with them.
  build(workspace, ".");
  expect(await runHere(join(workspace, api), ["check"])).toMatchObject({ code: 0, stderr: "" });
});

test("a referenced project that is not built is named as what is to blame", async () => {
  const workspace = makeWorkspace("workspace", "hoisted", composite);
  const { stderr } = await runHere(join(workspace, api));
  expect(stderr).toContain(
    '"@acme/types" is not built: its types (./dist/index.d.ts) are missing (it is imported in src/prices.ts)',
  );
  expect(stderr).toContain("Fix: Build it: run the build script of @acme/types.");
});

test.each([
  ["of a workspace", ".", "packages/api/tsconfig.json", "packages/api/src/prices.ts"],
  ["of a package", "packages/api", "tsconfig.src.json", "src/prices.ts"],
])("a solution %s says which project has the services", async (_, cwd, config, file) => {
  const workspace = makeWorkspace("workspace", "hoisted", {
    ...composite,
    ...(cwd !== "." && {
      "packages/api/tsconfig.json": JSON.stringify({
        files: [],
        references: [{ path: "./tsconfig.test.json" }, { path: "./tsconfig.src.json" }],
      }),
      "packages/api/tsconfig.src.json": composite["packages/api/tsconfig.json"] ?? "",
      "packages/api/tsconfig.test.json": '{ "include": ["test"] }',
    }),
  });
  const { code, stderr } = await runHere(join(workspace, cwd));
  expect(code).toBe(1);
  expect(stderr).toContain(
    `includes ${file}, which uses the SDK: \`restate-codegen --project ${config}\`.`,
  );
});

test("a relative import into a referenced project is read from its sources", async () => {
  const workspace = makeWorkspace("workspace", "hoisted", {
    ...composite,
    "packages/api/src/prices.ts": (composite["packages/api/src/prices.ts"] ?? "").replace(
      '"@acme/types"',
      '"../../types/src/index.js"',
    ),
    "packages/api/src/[shop]/query.ts": (
      composite["packages/api/src/[shop]/query.ts"] ?? ""
    ).replace('"@acme/types"', '"../../../types/src/index.js"'),
  });
  expect(await runHere(join(workspace, api))).toMatchObject({ code: 0, stderr: "" });
  const unbuilt = clientsIn(workspace);
  build(workspace, ".");
  await runHere(join(workspace, api));
  expect(clientsIn(workspace)).toEqual(unbuilt);
  expect(read(workspace, `${api}/src/clients/prices.ts`)).toContain("export interface Money");
});

/** Builds a project, and what it refers to, as its owner does. */
function build(workspace: string, project: string): void {
  const tsc = createRequire(import.meta.url).resolve("typescript-5.9/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "--build", project], {
    cwd: workspace,
    encoding: "utf8",
  });
  expect(stdout).toBe("");
}
