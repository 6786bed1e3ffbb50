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
  testMatch: ["**/*.test.js"],
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

const fakeTest = `const { fakeIngress } = require("@restate-codegen/runtime/testing");
const { emailClient } = require("./src/clients/email.ts");

const message = { to: "mary@example.com", subject: "Hi" };

test("a delayed message runs when the fake's clock says so, though timers are faked", async () => {
  jest.useFakeTimers();
  const deliver = jest.fn();
  const fake = fakeIngress({ Email: { deliver } });
  const sent = await emailClient(fake).deliver.send(message, { delay: { days: 1 } });
  await fake.clock.advance({ hours: 23 });
  expect(deliver).not.toHaveBeenCalled();
  await fake.clock.advance({ hours: 1 });
  expect(deliver.mock.calls).toMatchObject([[message, { handler: "deliver" }]]);
  expect(await sent.output()).toEqual({ ready: true, result: undefined });
});

test("a clock that runs goes by the faked timers", async () => {
  jest.useFakeTimers();
  const deliver = jest.fn((input, { sleep }) => sleep({ minutes: 1 }));
  const fake = fakeIngress({ Email: { deliver } }, { clock: "running" });
  const call = emailClient(fake).deliver(message);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(await call).toBeUndefined();
});
`;

test("jest, in a CommonJS package, runs tests that call generated clients, on a fake too", (context) => {
  const folder = projectFolder(context, {
    ...shopClients(),
    "package.json": JSON.stringify({ type: "commonjs", jest: config }),
    "src/visit.ts": consumerSource,
    "transform.cjs": transform,
    "visit.test.js": jestTest,
    "fake.test.js": fakeTest,
  });
  const { status, stderr } = spawnSync(process.execPath, [jestScript(), "--no-cache"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(stderr).toContain("Tests:       3 passed, 3 total");
  expect(status).toBe(0);
});

function jestScript(): string {
  const manifest = require.resolve("jest/package.json");
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: string };
  return join(dirname(manifest), bin);
}
