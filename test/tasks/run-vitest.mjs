import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { run } from "./spawn.mjs";
import { binOf, root } from "./workspace.mjs";

/**
 * What became of a test.
 *
 * @typedef {object} TestOutcome
 * @property {string} name Its file, relative to the top folder, and its name with those of its groups.
 * @property {string | undefined} failure What was wrong; undefined if it passed.
 * @property {Readonly<Record<string, unknown>>} meta What it said of itself.
 */

/**
 * Runs vitest with further arguments, and resolves with what became of each test. Whatever did not run has failed, and
 * so has a run without tests. Uses a file of the folder `scratch`.
 *
 * @param {readonly string[]} args
 * @param {string} scratch
 * @returns {Promise<readonly TestOutcome[]>}
 */
export async function runVitest(args, scratch) {
  const file = join(scratch, "vitest.json");
  const report = ["--reporter=json", `--outputFile.json=${file}`];
  const code = await run(process.execPath, [binOf("vitest"), "run", ...args, ...report]);
  if (!existsSync(file)) {
    return [failed("vitest", "It wrote no report.")];
  }
  const outcomes = JSON.parse(readFileSync(file, "utf8")).testResults.flatMap(outcomesOf);
  const isFine = code === 0 && outcomes.length > 0;
  return isFine || outcomes.some(({ failure }) => failure !== undefined)
    ? outcomes
    : [...outcomes, failed("vitest", `It ended with exit code ${code}.`)];
}

/** The outcomes of one file of vitest's report. */
function outcomesOf({ name, message, assertionResults }) {
  const file = relative(root, name);
  return assertionResults.length === 0
    ? [failed(file, `It ran no test. ${message}`)]
    : assertionResults.map(({ fullName, status, failureMessages, meta }) => ({
        name: `${file}: ${fullName}`,
        failure: status === "passed" ? undefined : [status, ...failureMessages].join("\n"),
        meta,
      }));
}

function failed(name, failure) {
  return { name, failure, meta: {} };
}
