import { kebabCase } from "change-case";

import type { Option } from "./option.js";
import { targetOptions, type TargetOptions } from "./options.js";

/** How one option is given on the command line, as yargs wants to know it. */
interface Flag {
  readonly type: "string" | "boolean";
  readonly alias?: string;
  readonly choices?: readonly string[];
  /** Whether it can be repeated; each time it takes one value. */
  readonly array?: true;
  readonly nargs?: 1;
  readonly describe: string;
  readonly defaultDescription: string;
}

/** The values of flags by their names, as a parser gives them. */
export type FlagValues = Readonly<Record<string, unknown>>;

/** The flags of all options that can be given as text. */
export const optionFlags: Readonly<Record<string, Flag>> = Object.fromEntries(
  flagged().map(({ flag, option }) => [flag, describeFlag(option)]),
);

/** The options that flags stand for. They come from outside, so they are still to be validated. */
export function readFlags(values: FlagValues): TargetOptions {
  return Object.fromEntries(
    flagged()
      .filter(({ flag }) => values[flag] !== undefined)
      .map(({ name, flag, option }) => [
        name,
        option.schema.type === "record" ? readPairs(values[flag]) : values[flag],
      ]),
  );
}

/** The words of a command line that gives the same options again. */
export function repeatFlags(values: FlagValues): readonly string[] {
  return flagged().flatMap(({ flag }) => {
    const value = values[flag];
    if (typeof value === "boolean") {
      return [value ? `--${flag}` : `--no-${flag}`];
    }
    const texts = [value].flat().filter((one) => typeof one === "string");
    return texts.flatMap((text) => flagWords(flag, text));
  });
}

/** The words that give a flag a value. What begins with a dash would be taken for another flag. */
export function flagWords(flag: string, value: string): readonly string[] {
  return value.startsWith("-") ? [`--${flag}=${value}`] : [`--${flag}`, value];
}

function flagged() {
  const table: Readonly<Record<string, Option>> = targetOptions;
  return Object.entries(table).flatMap(([name, option]) =>
    option.flag === false ? [] : [{ name, flag: option.flag?.name ?? kebabCase(name), option }],
  );
}

function describeFlag({ schema, describe, default: meaning, flag }: Option): Flag {
  const alias = flag === false ? undefined : flag?.alias;
  const isList = schema.type === "array" || schema.type === "record";
  return {
    type: schema.type === "boolean" ? "boolean" : "string",
    ...(alias !== undefined && { alias }),
    ...(isPicklist(schema) && { choices: schema.options }),
    ...(isList && { array: true }),
    ...(schema.type !== "boolean" && { nargs: 1 }),
    describe,
    defaultDescription: meaning,
  };
}

function isPicklist(
  schema: Option["schema"],
): schema is Option["schema"] & { readonly options: readonly string[] } {
  return schema.type === "picklist";
}

/** `RC206=off` twice is an object; what lacks the sign has an empty value, which no option takes. */
function readPairs(values: unknown): Readonly<Record<string, string>> {
  const pairs = [values].flat().map((pair) => {
    const [name = "", ...value] = String(pair).split("=");
    return [name, value.join("=")] as const;
  });
  return Object.fromEntries(pairs);
}
