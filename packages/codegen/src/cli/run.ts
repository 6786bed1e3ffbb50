import yargs, { type Argv } from "yargs";

import type { Command } from "./command.js";
import { checkCommand } from "./commands/check.js";
import { completionFor } from "./commands/completion.js";
import { explainCommand } from "./commands/explain.js";
import { generateCommand } from "./commands/generate.js";
import { initCommand } from "./commands/init.js";
import { inspectCommand } from "./commands/inspect.js";
import type { Io } from "./io.js";
import { readVersion } from "../config/read-version.js";
import { printUsageError, UsageError, type Vocabulary } from "./usage-error.js";

/** What can be done, in the order in which `--help` lists it; the first is what runs where nothing is named. */
const commands = [generateCommand, checkCommand, initCommand, inspectCommand, explainCommand];

/** Runs a command and returns the exit code: 0 fine, 1 the user's to mend, 2 a bug of ours. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  const exit = (code: number) => {
    exitCode = code;
  };
  const all = [...commands, completionFor(commands, argv)];
  const parser = all.reduce((parser, one) => one.addTo(parser, io, exit), createParser(argv));
  try {
    await parser.parseAsync();
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr.write(printUsageError(error.message, argv, vocabularyOf(all)));
      return 1;
    }
    io.stderr.write(bugReport(error));
    return 2;
  }
  return exitCode;
}

function vocabularyOf(all: readonly Command[]): Vocabulary {
  const options = all.flatMap(({ flags }) => Object.keys(flags));
  return {
    commands: all.map(({ name }) => name),
    options: [...new Set([...options, "help", "version"])],
  };
}

/** What holds for every command. */
function createParser(argv: readonly string[]): Argv {
  return yargs(argv)
    .scriptName("restate-codegen")
    .usage(
      "$0 [command]\n\nGenerates typed clients for the Restate services of a TypeScript project.",
    )
    .version(readVersion())
    .locale("en")
    .strict()
    .exitProcess(false)
    .wrap(100)
    .fail((message: string | null, error: Error | undefined) => {
      // Thrown, since yargs would go on and run the command.
      throw error && error.name !== "YError" ? error : new UsageError(message ?? "");
    });
}

function bugReport(error: unknown): string {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a bug in restate-codegen. Please report it with the text below.\n\n${details}\n`;
}
