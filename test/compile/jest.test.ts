import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { consumerAnswer, consumerSource, shopClients, stubFetchSource } from "./consumer.js";
import { projectFolder } from "./project-folder.js";

const require = createRequire(import.meta.url);

const config = {
  testEnvironment: "node",
  testMatch: ["**/visit.test.js"],
  transform: { "\\.ts$": "<rootDir>/transform.cjs" },
  // The usual setting of projects whose imports end in .js, as nodenext wants it.
  moduleNameMapper: { "^(\\./.*)\\.js$": "$1" },
};

const transform = `const { transformSync } = require(${JSON.stringify(require.resolve("esbuild"))});
exports.process = (source) => transformSync(source, { loader: "ts", format: "cjs" });
`;

const jestTest = `const { visit } = require("./src/visit.ts");
test("the clients call", async () => {
  expect(await visit(${stubFetchSource})).toBe("${consumerAnswer}");
});
`;

test("jest, in a CommonJS package, runs a test that calls generated clients", (context) => {
  const folder = projectFolder(context, {
    ...shopClients(),
    "package.json": JSON.stringify({ type: "commonjs", jest: config }),
    "src/visit.ts": consumerSource,
    "transform.cjs": transform,
    "visit.test.js": jestTest,
  });
  const { status, stderr } = spawnSync(process.execPath, [jestScript(), "--no-cache"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(stderr).toContain("Tests:       1 passed, 1 total");
  expect(status).toBe(0);
});

function jestScript(): string {
  const manifest = require.resolve("jest/package.json");
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: string };
  return join(dirname(manifest), bin);
}
