/** One option of the generator: the flag on the command line and the field of {@link GenerateOptions}. */
interface OptionSpec {
  readonly type: "string" | "boolean";
  readonly alias?: string;
  /** Whether the flag can be repeated. */
  readonly array?: true;
  /** How many values the flag takes each time. */
  readonly nargs?: 1;
  readonly describe: string;
  /** What an unset option means, in words, where that is not a fixed value. */
  readonly defaultDescription?: string;
}

/** Every option of `generate`, declared once; flags, help and types derive from it. A repeated `rule` is one of `rules`. */
export const generateOptions = {
  project: {
    type: "string",
    alias: "p",
    nargs: 1,
    describe: "The tsconfig of the project that defines the services",
    defaultDescription: '"tsconfig.json"',
  },
  out: {
    type: "string",
    alias: "o",
    nargs: 1,
    describe: "The folder to write the clients to",
    defaultDescription: '"src/clients", or "clients" where there is no src folder',
  },
  include: {
    type: "string",
    array: true,
    nargs: 1,
    describe: "A pattern of names or files: only definitions that match one get a client",
    defaultDescription: "all",
  },
  exclude: {
    type: "string",
    array: true,
    nargs: 1,
    describe: "A pattern of names or files: definitions that match one get no client",
    defaultDescription: "none",
  },
  rule: {
    type: "string",
    array: true,
    nargs: 1,
    describe: "What a diagnostic is: RC206=off, =warning or =error",
    defaultDescription: "what `explain` says",
  },
  strict: {
    type: "boolean",
    describe: "Treat every warning as an error",
    defaultDescription: "false",
  },
} as const satisfies Record<string, OptionSpec>;

/** What a rule can make of a diagnostic. */
export type RuleSeverity = "off" | "warning" | "error";

/** What to generate from, and to where. Paths are relative to `cwd`. */
export interface GenerateOptions {
  /** The tsconfig of the project that defines the services. Default: `tsconfig.json`. */
  readonly project?: string | undefined;
  /** The folder to write the clients to. Default: `src/clients` beside the tsconfig, or `clients` without a `src`. */
  readonly out?: string | undefined;
  /**
   * Patterns such as `Greeter`, `Internal*` or `src/billing/**`, compared with the Restate name of each definition and
   * with its file, relative to the tsconfig's folder. Only what matches one gets a client. Default: all.
   */
  readonly include?: readonly string[] | undefined;
  /** Patterns, as in `include`, of what gets no client all the same. Default: none. */
  readonly exclude?: readonly string[] | undefined;
  /**
   * What a diagnostic is instead of its default, by code: `{ RC206: "off" }`. An error after which nothing right could
   * be written stays one. Default: none.
   */
  readonly rules?: Readonly<Record<string, RuleSeverity>> | undefined;
  /** Treat every warning as an error, whatever `rules` say. Default: false. */
  readonly strict?: boolean | undefined;
  /** What relative paths are relative to. Default: the working directory. */
  readonly cwd?: string | undefined;
}
