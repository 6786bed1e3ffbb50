/** One option of the generator: the flag on the command line and the field of {@link GenerateOptions}. */
interface OptionSpec {
  readonly type: "string" | "boolean";
  readonly alias?: string;
  readonly describe: string;
  /** What an unset option means, in words, where that is not a fixed value. */
  readonly defaultDescription?: string;
}

/** Every option of `generate`, declared once; flags, help and types derive from it. */
export const generateOptions = {
  project: {
    type: "string",
    alias: "p",
    describe: "The tsconfig of the project that defines the services",
    defaultDescription: '"tsconfig.json"',
  },
  out: {
    type: "string",
    alias: "o",
    describe: "The folder to write the clients to",
    defaultDescription: '"src/clients", or "clients" where there is no src folder',
  },
  strict: {
    type: "boolean",
    describe: "Treat every warning as an error",
    defaultDescription: "false",
  },
} as const satisfies Record<string, OptionSpec>;

/** What to generate from, and to where. Paths are relative to `cwd`. */
export interface GenerateOptions {
  /** The tsconfig of the project that defines the services. Default: `tsconfig.json`. */
  readonly project?: string | undefined;
  /** The folder to write the clients to. Default: `src/clients` beside the tsconfig, or `clients` without a `src`. */
  readonly out?: string | undefined;
  /** Treat every warning as an error. Default: false. */
  readonly strict?: boolean | undefined;
  /** What relative paths are relative to. Default: the working directory. */
  readonly cwd?: string | undefined;
}
