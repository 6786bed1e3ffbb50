import * as v from "valibot";

import type { Definition } from "../model/definition.js";
import type { Option, OptionValues } from "./option.js";

const patterns = v.pipe(v.array(v.string()), v.readonly());

/** Every option of a target, declared once: flags, types, validation and docs derive from it. */
export const targetOptions = {
  /** The tsconfig of the project that defines the services, or its folder. Default: `tsconfig.json`. */
  project: {
    schema: v.string(),
    isPath: true,
    describe: "The tsconfig of the project that defines the services",
    default: '"tsconfig.json"',
    flag: { alias: "p" },
  },
  /** The folder to write the clients to. Default: `src/clients` beside the tsconfig, or `clients` without a `src`. */
  out: {
    schema: v.string(),
    isPath: true,
    describe: "The folder to write the clients to",
    default: '"src/clients", or "clients" where there is no src folder',
    flag: { alias: "o" },
  },
  /**
   * Patterns such as `Greeter`, `Internal*` or `src/billing/**`, compared with the Restate name of each definition and
   * with its file, relative to the tsconfig's folder. Only what matches one gets a client. Default: all.
   */
  include: {
    schema: patterns,
    describe: "A pattern of names or files: only definitions that match one get a client",
    default: "all",
  },
  /** Patterns, as in `include`, of what gets no client all the same. Default: none. */
  exclude: {
    schema: patterns,
    describe: "A pattern of names or files: definitions that match one get no client",
    default: "none",
  },
  /**
   * Another name for a client, by the Restate name of its definition: `{ Greeter: "welcome" }` writes `welcome.ts`
   * with `welcomeClient` and `WelcomeClient`. What is called on the server stays `Greeter`. Default: none.
   */
  rename: {
    schema: v.pipe(v.record(v.string(), v.pipe(v.string(), v.nonEmpty())), v.readonly()),
    describe: "Another name for a client: Greeter=welcome",
    default: "the Restate name",
  },
  /**
   * What a diagnostic is instead of its default, by code: `{ RC206: "off" }`. An error after which nothing right could
   * be written stays one. Default: none.
   */
  rules: {
    // Which codes there are, and which can be lowered, is checked where the catalogue is known.
    schema: v.pipe(v.record(v.string(), v.picklist(["off", "warning", "error"])), v.readonly()),
    describe: "What a diagnostic is: RC206=off, =warning or =error",
    default: "what `explain` says",
    flag: { name: "rule" },
  },
  /** Treat every warning as an error, whatever `rules` say. Default: false. */
  strict: {
    schema: v.boolean(),
    describe: "Treat every warning as an error",
    default: "false",
  },
  /**
   * Whether to keep the result in `node_modules/.cache`, and to give it again for as long as nothing changes that it
   * depends on. Default: true.
   */
  cache: {
    schema: v.boolean(),
    describe: "Do nothing while nothing has changed since the last run",
    default: "true",
  },
  /**
   * Text for the top of each file, such as a licence. It becomes line comments; what is nothing but comments already
   * stays as it is. `contract.json` has none. Default: none.
   */
  header: {
    schema: v.string(),
    describe: "A comment for the top of each file",
    default: "none",
  },
  /**
   * How relative imports between the clients end: `"js"`, `"ts"` or `"none"`. `"auto"` is `.ts` in a package with a
   * `deno.json` or `deno.jsonc`. Elsewhere it asks the tsconfig nearest to the output folder, and where that only refers
   * to others, the one of them that includes the folder: `.ts` where it has `allowImportingTsExtensions` or
   * `rewriteRelativeImportExtensions`, nothing for bundlers, node10 and CommonJS, else `.js`, as without a tsconfig.
   * Clients in JavaScript always have `.js`. Default: `"auto"`.
   */
  importExtension: {
    schema: v.picklist(["auto", "js", "ts", "none"]),
    describe: "How relative imports end",
    default: '"auto", by the project around the output folder',
  },
  /**
   * Whether to write an `index.ts` that exports all clients. Without one, callers import each client from its own
   * module, and an index of an earlier run goes. Default: true.
   */
  index: {
    schema: v.boolean(),
    describe: "Write an index of all clients",
    default: "true",
  },
  /**
   * Where a type goes that several clients have: a copy `"inline"` in each, or once in a module `types.ts` that is
   * `"shared"`. Callers import it from any of these clients, or from the index; types that only one client has stay in
   * it. Where several shared types have one name, the names of their files tell them apart. Default: `"inline"`.
   */
  types: {
    schema: v.picklist(["inline", "shared"]),
    describe: "Where types go that several clients have",
    default: '"inline"',
  },
  /**
   * `"ts"` writes TypeScript. `"js"` writes JavaScript for ES2022 with declarations beside it: `greeter.js` and
   * `greeter.d.ts`. They are ES modules or CommonJS as the nearest `package.json` says by its `type`, and CommonJS where
   * that says nothing, as for Node. What was written in the other form goes. Default: `"ts"`.
   */
  emit: {
    schema: v.picklist(["ts", "js"]),
    describe: "Write TypeScript, or JavaScript with declarations",
    default: '"ts"',
  },
  /**
   * Who formats: `"prettier"`, `"none"`, or any command that takes names of files and formats the files, such as
   * `"biome format --write"` or `"oxfmt"`.
   *
   * prettier is the one that the nearest `package.json` names, of those that name one, and ours where none does. Its
   * configuration is the one for the output folder. What the nearest `.prettierignore` names is written as it is.
   *
   * A command gets copies in a folder inside the output folder, where it finds the configuration for that. It runs
   * where the nearest `package.json` is, finds installed commands as npm's scripts do, and needs no shell: only quotes
   * and backslashes count. What it depends on is not known, so that each run does all the work. Default: `"prettier"`.
   */
  format: {
    schema: v.pipe(v.string(), v.nonEmpty()),
    describe: "prettier, none, or a command that formats the files it is given",
    default: '"prettier"',
  },
  /**
   * A folder with Handlebars templates, each of which replaces ours of the same name. [The page about
   * templates](templates.md) says which there are, and what they see. Default: none.
   */
  templates: {
    schema: v.string(),
    isPath: true,
    describe: "A folder with templates to use instead of ours",
    default: "none",
  },
  /**
   * Changes what was read before anything is decided: gets the definitions that have no error, as plain data of its
   * own, and returns those to write clients for, or a promise of them. It can leave some out, hide handlers, give
   * clients a `clientName`, or change docs and types. A run with it is never taken from the cache. Default: all, as they
   * are.
   */
  transformModel: {
    schema: v.custom<
      (definitions: readonly Definition[]) => readonly Definition[] | Promise<readonly Definition[]>
    >((value) => typeof value === "function", "Expected a function"),
    describe: "A function that changes the definitions before clients are planned",
    default: "none",
    flag: false,
  },
} as const satisfies Readonly<Record<string, Option>>;

/** How one output folder is written. Paths are relative to the folder of the config file, or else to `cwd`. */
export type TargetOptions = OptionValues<typeof targetOptions>;

/** What a rule can make of a diagnostic. */
export type RuleSeverity = NonNullable<TargetOptions["rules"]>[string];

/** What to generate from, and to where. */
export interface GenerateOptions extends TargetOptions {
  /** What relative paths are relative to. Default: the working directory. */
  readonly cwd?: string | undefined;
}

/** One of several outputs. */
export interface Target extends TargetOptions {
  /** What `--target` calls it. */
  readonly name: string;
}

/** What a config file holds: how to write one output, or what several have in common, and these. */
export interface Config extends TargetOptions {
  /** Several outputs in one run. What they leave out is as it stands beside this. Default: one output. */
  readonly targets?: readonly Target[] | undefined;
}
