import type { Output } from "./io.js";
import { run } from "./run.js";
import { usesColor } from "./uses-color.js";

/** Runs the command line of this process. Never rejects. */
export async function main(): Promise<void> {
  // Not `process.exit`: what was printed to a pipe has to get through first.
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    annotated:
      process.env["GITHUB_ACTIONS"] === "true" ? process.env["GITHUB_WORKSPACE"] : undefined,
  });
}

function outputTo(stream: NodeJS.WriteStream): Output {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // Whoever reads it may have seen enough, as `head` has.
    if (error.code !== "EPIPE") {
      throw error;
    }
  });
  return {
    write: (text) => stream.write(text),
    color: usesColor(stream.isTTY, process.env),
    columns: stream.columns,
  };
}
