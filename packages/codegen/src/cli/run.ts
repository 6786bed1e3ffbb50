import yargs, { type Argv } from "yargs";

import { explain } from "./explain.js";
import { generateFlags } from "./generate-flags.js";
import { readVersion } from "./read-version.js";
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
}

/** Runs a command and returns the exit code: 0 fine, 1 the user's to mend, 2 a bug of ours. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  try {
    await createParser(argv)
      .command(
        ["generate", "$0"],
        "Write a client for each service, virtual object and workflow",
        withGenerateFlags,
        async (args) => {
          exitCode = await runGenerate(args, io);
        },
      )
      .command(
        "explain [code]",
        "Say what a diagnostic means and how to mend it, or list them all",
        (parser) => parser.positional("code", { type: "string", describe: "Such as RC206" }),
        ({ code }) => {
          exitCode = explain(code, io);
        },
      )
      .parseAsync();
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
  commands: ["generate", "explain"],
  options: [...Object.keys(generateFlags), "help", "version"],
};

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
