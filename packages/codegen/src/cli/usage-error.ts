import { nearestName } from "../naming/nearest-name.js";

/** What can be typed after the program's name. */
export interface Vocabulary {
  readonly commands: readonly string[];
  /** Without the dashes. */
  readonly options: readonly string[];
}

/** A command line that means nothing; the message is that of yargs. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Says what is wrong with a command line, given what yargs says and what was typed. */
export function printUsageError(
  message: string,
  argv: readonly string[],
  { commands, options }: Vocabulary,
): string {
  const unknown = /^Unknown arguments?: (.*)$/.exec(message)?.[1]?.split(", ") ?? [];
  // An unknown option is also reported in camelCase, which nobody typed.
  const lines = argv.flatMap((word) => {
    const name = word.replace(/^--?(?:no-)?/, "").replace(/=.*$/, "");
    if (!unknown.includes(name)) {
      return [];
    }
    return name === word
      ? [`There is no command "${word}".${suggest(nearestName(word, commands))}`]
      : [
          `There is no option ${word.replace(/=.*$/, "")}.${suggest(nearestName(name, options), "--")}`,
        ];
  });
  const said = lines.length > 0 ? lines : [message];
  return `${said.join("\n")}\n\n\`restate-codegen --help\` lists the commands and options.\n`;
}

function suggest(nearest: string | undefined, dashes = ""): string {
  return nearest === undefined ? "" : ` Did you mean ${dashes}${nearest}?`;
}
