import yargs, { type Argv } from "yargs";

import { explain } from "./explain.js";
import { checkFlags, generateFlags } from "./generate-flags.js";
import { readVersion } from "./read-version.js";
import { runCheck } from "./run-check.js";
import { runGenerate } from "./run-generate.js";
import { printUsageError, UsageError } from "./usage-error.js";

/** What the command line needs of the process around it, so that tests need none. */
export interface Io {
  readonly cwd: string;
  /** Results. */
  readonly stdout: (text: string) => void;
  /** Everything else. */
  readonly stderr: (text: string) => void;
  readonly color: boolean;
  /** How many columns `stderr` shows; absent where it is no terminal. */
  readonly width?: number | undefined;
  /** Whether GitHub reads what is printed. */
  readonly annotate: boolean;
}

/** Runs a command and returns the exit code: 0 fine, 1 the user's to mend, 2 a bug of ours. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  const exit = (code: number) => {
    exitCode = code;
  };
  try {
    await withCommands(createParser(argv), io, exit).parseAsync();
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr(printUsageError(error.message, argv, vocabulary));
      return 1;
    }
    io.stderr(bugReport(error));
    return 2;
  }
  return exitCode;
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

const vocabulary = {
  commands: ["generate", "check", "explain"],
  options: [...Object.keys(generateFlags), "help", "version"],
};

function withCommands(parser: Argv, io: Io, exit: (code: number) => void): Argv {
  return parser
    .command(
      ["generate", "$0"],
      "Write a client for each service, virtual object and workflow",
      withGenerateFlags,
      async (args) => exit(await runGenerate(args, io)),
    )
    .command(
      "check",
      "Fail if the clients are not what generate would write, and show the difference",
      withCheckFlags,
      async (args) => exit(await runCheck(args, io)),
    )
    .command(
      "explain [code]",
      "Say what a diagnostic means and how to mend it, or list them all",
      (one) => one.positional("code", { type: "string", describe: "Such as RC206" }),
      ({ code }) => exit(explain(code, io)),
    );
}

function withCheckFlags(parser: Argv) {
  return parser
    .options(checkFlags)
    .example("$0 check", "In CI: exit 1 and a diff if somebody forgot to regenerate");
}

function withGenerateFlags(parser: Argv) {
  return parser
    .options(generateFlags)
    .example("$0", "Read tsconfig.json, write src/clients")
    .example("$0 -p api -o web/src/restate", "Read one package, write into another");
}

function bugReport(error: unknown): string {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a bug in restate-codegen. Please report it with the text below.\n\n${details}\n`;
}
