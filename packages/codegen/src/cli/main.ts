import type { NothingToDo } from "../index.js";
import { recallCommand, type CommandLine } from "../recall-command.js";
import type { Io, Output } from "./io.js";
import { usesColor } from "./uses-color.js";

/** Runs the command line of this process. Never rejects. */
export async function main(): Promise<void> {
  const io = ioOfThisProcess();
  const { cwd, stdout, stderr, annotated } = io;
  const style = [stdout, stderr].map(({ color, columns }) => [color, columns]);
  const command: CommandLine = { argv: process.argv.slice(2), cwd, style: [style, annotated] };
  const known = recallCommand(command);
  for (const [output, text] of known?.texts ?? []) {
    io[output].write(text);
  }
  // Not `process.exit`: what was printed to a pipe has to get through first.
  process.exitCode = known ? known.exitCode : await runAndKeep(command, io);
}

async function runAndKeep(command: CommandLine, io: Io): Promise<number> {
  // What reads flags and options takes longer to load than most runs have to do.
  const { run } = await import("./run.js");
  const texts: (readonly ["stdout" | "stderr", string])[] = [];
  const record = (name: "stdout" | "stderr"): Output => ({
    ...io[name],
    write: (text) => {
      texts.push([name, text]);
      io[name].write(text);
    },
  });
  const found: NothingToDo[] = [];
  const exitCode = await run(command.argv, {
    ...io,
    stdout: record("stdout"),
    stderr: record("stderr"),
    keep: (one) => found.push(one),
  });
  for (const one of found) {
    const { keepCommand } = await import("../keep-command.js");
    keepCommand(command, { texts, exitCode }, one);
  }
  return exitCode;
}

function ioOfThisProcess(): Io {
  const { env, stderr } = process;
  const isWatched = stderr.isTTY && !env["CI"] && env["TERM"] !== "dumb";
  return {
    cwd: process.cwd(),
    stdout: outputTo(process.stdout),
    stderr: outputTo(stderr),
    terminal: isWatched ? { fd: stderr.fd, columns: stderr.columns || 80 } : undefined,
    untilStopped,
    annotated: env["GITHUB_ACTIONS"] === "true" ? env["GITHUB_WORKSPACE"] : undefined,
  };
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
