import { expect, test } from "vitest";
import { greeter, makeFolder, tsconfig } from "../cli/project.js";
import { runHere } from "../cli/run-here.js";

test("a project of Yarn Plug'n'Play that Yarn does not run is told how to run", async () => {
  const project = makeFolder({
    ".pnp.cjs": "",
    "packages/api/tsconfig.json": tsconfig,
    "packages/api/src/greeter.ts": greeter(),
  });
  const { code, stderr } = await runHere(project, ["--project", "packages/api"]);
  expect(code).toBe(1);
  expect(stderr).toContain('error RC107: "@restatedev/restate-sdk" cannot be found');
  expect(stderr).toContain("only what Yarn runs can find packages: `yarn restate-codegen`.");
});
