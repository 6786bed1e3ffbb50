import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { outerEnvironment } from "../package/outer-environment.js";
import { inReadmeProject } from "./readme-project.js";

const require = createRequire(import.meta.url);

/** Has vitest run modules that hold tests, in a process and a project of their own, and resolves with its report. */
export async function runBlocks(modules: ReadonlyMap<string, string>): Promise<string> {
  const tests = new Map([...modules].map(([name, text]) => [`${name}.test`, text]));
  const vitest = join(dirname(require.resolve("vitest/package.json")), "vitest.mjs");
  return inReadmeProject(tests, async (folder) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [vitest, "run", "--root", folder, "--reporter=verbose", "--no-color"],
      { env: outerEnvironment() },
    );
    return stdout;
  });
}
