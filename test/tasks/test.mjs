import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { packPackages } from "./pack.mjs";
import { runVitest } from "./run-vitest.mjs";
import { run } from "./spawn.mjs";
import { binOf, root, workspaceFolders } from "./workspace.mjs";

/**
 * Runs everything that has to hold, to the end even where something fails, and prints
 * `N passed, N failed` as its last line.
 */
export async function test() {
  const scratch = mkdtempSync(join(tmpdir(), "restate-codegen-test-"));
  try {
    report(await runAll(scratch));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function runAll(scratch) {
  const results = [await check("build", () => build().then(() => 0))];
  const checked = await Promise.all(staticChecks().map(inTurn));
  results.push(...checked.flat());
  results.push(...(await packageChecks(scratch)));
  results.push(await suite(scratch));
  return results;
}

/** What only looks at sources, in two lists that take about as long. */
function staticChecks() {
  const format = ["--check", "--log-level", "warn", "."];
  const types = workspaceFolders()
    // The inputs right below fixtures/ are the generator's to judge: some are mistakes on purpose.
    .filter((folder) => folder !== "fixtures")
    .filter((folder) => existsSync(join(root, folder, "tsconfig.json")))
    .map((folder) => ({
      name: `types of ${folder}`,
      script: binOf("typescript", "tsc"),
      args: ["--noEmit", "-p", folder],
    }));
  return [
    [{ name: "eslint", script: binOf("eslint"), args: ["--max-warnings", "0", "."] }],
    [{ name: "prettier", script: binOf("prettier"), args: format }, ...types],
  ];
}

async function inTurn(checks) {
  const results = [];
  for (const { name, script, args } of checks) {
    results.push(await check(name, () => run(process.execPath, [script, ...args])));
  }
  return results;
}

/** What the registry's users would get: the exports of the packed packages, seen by every resolver. */
async function packageChecks(scratch) {
  const packed = await check("pack", () => packPackages(scratch).then(() => 0));
  const attw = binOf("@arethetypeswrong/cli", "attw");
  const results = [packed];
  for (const { file, profile } of [
    { file: "restate-codegen-runtime.tgz", profile: "strict" },
    { file: "restate-codegen.tgz", profile: "esm-only" },
  ]) {
    const path = join(scratch, file);
    const publint = [binOf("publint"), "run", path, "--strict"];
    results.push(await check(`publint ${file}`, () => run(process.execPath, publint)));
    const types = [attw, path, "--profile", profile];
    results.push(await check(`types of ${file}, ${profile}`, () => run(process.execPath, types)));
  }
  return results;
}

async function check(name, work) {
  console.log(`\n— ${name}`);
  const code = await work().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
  return code === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [name] };
}

/** Runs vitest and counts its tests one by one. */
async function suite(scratch) {
  console.log("\n— vitest");
  const outcomes = await runVitest(["--reporter=dot"], scratch);
  const failures = outcomes.filter(({ failure }) => failure !== undefined);
  return {
    passed: outcomes.length - failures.length,
    failures: failures.map(({ name }) => name),
  };
}

function report(results) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failures = results.flatMap((result) => result.failures);
  console.log(failures.map((name) => `\nfailed: ${name}`).join(""));
  console.log(`${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
