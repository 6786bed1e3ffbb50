import type { GenericSchema, InferOutput } from "valibot";

/** One option of the generator. What it may be, its flag and its line in the docs derive from this. */
export interface Option {
  /** What a value has to be. */
  readonly schema: GenericSchema;
  /** One sentence for `--help` and the docs. */
  readonly describe: string;
  /** What an unset option means, in words. */
  readonly default: string;
  /** Whether it names a file or a folder, so that what it is relative to matters. */
  readonly isPath?: true;
  /** How the command line spells it, where that is not the option's own name; `false` where it cannot. */
  readonly flag?: { readonly name?: string; readonly alias?: string } | false;
}

/** The values of a table of options; each can be left out. */
export type OptionValues<Table extends Readonly<Record<string, Option>>> = {
  readonly [Name in keyof Table]?: InferOutput<Table[Name]["schema"]> | undefined;
};
