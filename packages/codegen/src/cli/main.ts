import type { Output } from "./io.js";
import { run } from "./run.js";
import { usesColor } from "./uses-color.js";

/** Runs the command line of this process. Never rejects. */
export async function main(): Promise<void> {
  const { env, stderr } = process;
  const isWatched = stderr.isTTY && !env["CI"] && env["TERM"] !== "dumb";
  // Not `process.exit`: what was printed to a pipe has to get through first.
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    stdout: outputTo(process.stdout),
    stderr: outputTo(stderr),
    terminal: isWatched ? { fd: stderr.fd, columns: stderr.columns || 80 } : undefined,
    untilStopped,
    annotated: env["GITHUB_ACTIONS"] === "true" ? env["GITHUB_WORKSPACE"] : undefined,
  });
}

/** The second time nobody listens any more, so the process ends at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => resolve());
    }
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
    // Some terminals do not know, and say 0.
    columns: stream.columns || undefined,
  };
}
