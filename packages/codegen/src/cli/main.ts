import { run } from "./run.js";

/** Runs the command line of this process. Never rejects. */
export async function main(): Promise<void> {
  // Not `process.exit`: what was printed to a pipe has to get through first.
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    color: process.stderr.isTTY && !process.env["NO_COLOR"],
    width: process.stderr.columns,
    annotate: process.env["GITHUB_ACTIONS"] === "true",
  });
}
