import yargs, { type Argv } from "yargs";

import { generateOptions } from "../config/options.js";
import { readVersion } from "./read-version.js";
import { runGenerate } from "./run-generate.js";

/** What the command line needs of the process around it, so that tests need none. */
export interface Io {
  readonly cwd: string;
  /** Results. */
  readonly stdout: (text: string) => void;
  /** Everything else. */
  readonly stderr: (text: string) => void;
  readonly color: boolean;
}

/** Runs a command and returns the exit code: 0 fine, 1 the user's to mend, 2 a bug of ours. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  try {
    await yargs(argv)
      .scriptName("restate-codegen")
      .usage(
        "$0 [command]\n\nGenerates typed clients for the Restate services of a TypeScript project.",
      )
      .command(
        ["generate", "$0"],
        "Write a client for each service, virtual object and workflow",
        withGenerateFlags,
        async (args) => {
          exitCode = await runGenerate(args, io);
        },
      )
      .version(readVersion())
      .strict()
      .recommendCommands()
      .exitProcess(false)
      .wrap(100)
      .fail((message: string | null, error: Error | undefined, parser) => {
        if (error) {
          throw error;
        }
        exitCode = 1;
        io.stderr(`${message ?? ""}\n\n`);
        parser.showHelp((text) => io.stderr(`${text}\n`));
      })
      .parseAsync();
  } catch (error) {
    io.stderr(bugReport(error));
    return 2;
  }
  return exitCode;
}

function withGenerateFlags(parser: Argv) {
  return parser
    .options(generateOptions)
    .option("dry-run", {
      type: "boolean",
      default: false,
      describe: "Show what would be written, and write nothing",
    })
    .option("json", {
      type: "boolean",
      default: false,
      describe: "Print the result as JSON",
    })
    .example("$0", "Read tsconfig.json, write src/clients")
    .example("$0 -p api -o web/src/restate", "Read one package, write into another");
}

function bugReport(error: unknown): string {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a bug in restate-codegen. Please report it with the text below.\n\n${details}\n`;
}
