import type { Argv, InferredOptionTypes, Options } from "yargs";

import type { Io } from "./io.js";
import { UsageError } from "./usage-error.js";

/** A command, as the command line lists it. */
export interface Command {
  readonly name: string;
  /** Its flags by their names without the dashes. */
  readonly flags: FlagSpecs;
  /** What a shell may offer for the word behind the name. */
  readonly words: readonly string[];
  /** Teaches it to a parser. `exit` is told the exit code once it has run. */
  readonly addTo: (parser: Argv, io: Io, exit: (code: number) => void) => Argv;
}

/** Everything there is to say about a command. */
export interface CommandSpec<Flags extends FlagSpecs> {
  readonly name: string;
  /** Whether it is what runs where no command is named. */
  readonly isDefault?: true;
  readonly describe: string;
  /** What may be written behind the name, without dashes. */
  readonly word?: {
    readonly name: string;
    readonly describe: string;
    /** What a shell may offer for it; anything else may be written, too. */
    readonly offers: readonly string[];
  };
  readonly flags: Flags;
  /** Command lines without the program's name, and what they are for. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** Returns the exit code. */
  readonly run: (
    flags: InferredOptionTypes<Flags>,
    io: Io,
    word: string | undefined,
  ) => number | Promise<number>;
}

/** Makes a command of all there is to say about it; what it is run with has the types of its flags. */
export function defineCommand<Flags extends FlagSpecs>(spec: CommandSpec<Flags>): Command {
  const { name, isDefault, describe, word, flags, run } = spec;
  const usage = word ? `${name} [${word.name}]` : name;
  return {
    name,
    flags,
    words: word?.offers ?? [],
    addTo: (parser, io, exit) =>
      parser.command(
        isDefault ? [usage, "$0"] : usage,
        describe,
        (one: Argv) => build(one, spec),
        async (args) => {
          const given = word && args[word.name];
          // The parser was built of these flags.
          const typed = args as typeof args & InferredOptionTypes<Flags>;
          exit(await run(typed, io, typeof given === "string" ? given : undefined));
        },
      ),
  };
}

type FlagSpecs = Readonly<Record<string, Options>>;

function build(parser: Argv, { word, flags, examples }: Omit<CommandSpec<FlagSpecs>, "run">): Argv {
  const flagged: Argv = parser.options(flags);
  const whole = word
    ? flagged.positional(word.name, { type: "string", describe: word.describe })
    : flagged;
  return whole
    .example(examples.map(([line, what]) => [`$0 ${line}`.trimEnd(), what]))
    .check((args) => hasOneOfEach(args, flags));
}

/** yargs makes a list of what is given twice. */
function hasOneOfEach(args: Readonly<Record<string, unknown>>, flags: FlagSpecs): true {
  const twice = Object.keys(flags).find((name) => !flags[name]?.array && Array.isArray(args[name]));
  if (twice !== undefined) {
    throw new UsageError(`--${twice} is given more than once, and takes one value.`);
  }
  return true;
}
