import type { FallbackCompletionFunction } from "yargs";

import type { Command } from "../command.js";

/**
 * Prints the script by which a shell completes what is typed, and answers when the script asks. `commands` are the
 * others, first the one that is meant where none is named; `argv` is what this program is called with.
 */
export function completionFor(commands: readonly Command[], argv: readonly string[]): Command {
  return {
    name: "completion",
    flags: {},
    words: [],
    addTo: (parser, _io, exit) =>
      parser.completion("answer-completion", false, offer(commands, argv)).command(
        "completion",
        "Print a script by which bash, zsh or fish completes commands, flags and codes",
        (one) => one.example([["source <($0 completion)", "In ~/.bashrc or ~/.zshrc"]]),
        () => {
          // The types do not know that it takes names.
          const { showCompletionScript } = parser as unknown as ScriptPrinter;
          showCompletionScript.call(parser, "restate-codegen", "completion");
          exit(0);
        },
      ),
  };
}

interface ScriptPrinter {
  readonly showCompletionScript: (program: string, command: string) => void;
}

/** Offers what could stand in the place of the last word; nothing where that is a file, which the shell knows. */
function offer(commands: readonly Command[], argv: readonly string[]): FallbackCompletionFunction {
  // The script asks with a flag and the program's name before what was typed.
  const before = argv.slice(2, -1);
  const named = commands.find(({ name }) => before.includes(name));
  const command = named ?? commands[0];
  return (current, _args, complete, done) => {
    if (isOfFlag(before.at(-1), command)) {
      done([]);
      return;
    }
    const isDefault = !named && current.startsWith("-");
    const flags = isDefault ? Object.keys(command?.flags ?? {}) : [];
    complete((_error, offered = []) => {
      const names = offered.filter((one) => !aliasAsName.test(one));
      done([...names, ...flags.map((flag) => `--${flag}`), ...(named?.words ?? [])]);
    });
  };
}

/** yargs offers `-p` with two dashes as well. */
const aliasAsName = /^--\w(?:[:\t]|$)/;

/** Whether what stands behind a word is the value of a flag that could be anything. */
function isOfFlag(before: string | undefined, command: Command | undefined): boolean {
  return Object.entries(command?.flags ?? {}).some(
    ([name, { alias, type, choices }]) =>
      (before === `--${name}` || before === `-${String(alias)}`) && type !== "boolean" && !choices,
  );
}
