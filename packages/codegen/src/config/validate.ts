import * as v from "valibot";

import { diagnose } from "../diagnostics/diagnose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { messages } from "../diagnostics/messages.js";
import { nearestName } from "../naming/nearest-name.js";
import type { Option } from "./option.js";
import { targetOptions, type Config, type TargetOptions } from "./options.js";

/** What was meant, or what is wrong with it. */
export type Validated<T> =
  | { readonly value: T; readonly diagnostics?: never }
  | { readonly value?: never; readonly diagnostics: readonly Diagnostic[] };

/** Looks whether a config file holds a config; `where` names it in messages. */
export function validateConfig(value: unknown, where: string): Validated<Config> {
  return validate(configSchema(), value, where);
}

/** Looks whether something that JavaScript or the command line brought are options. */
export function validateOptions(value: unknown, where: string): Validated<TargetOptions> {
  return validate(v.strictObject(optionEntries()), value, where);
}

/** What a config file may hold; editors get to know it as a JSON schema that is made of this. */
export function configSchema() {
  const name = v.pipe(v.string(), v.nonEmpty());
  const target = v.strictObject({ ...optionEntries(), name });
  return v.strictObject({
    ...optionEntries(),
    targets: v.optional(v.pipe(v.array(target), v.nonEmpty())),
  });
}

function optionEntries() {
  const table: Readonly<Record<string, Option>> = targetOptions;
  return Object.fromEntries(
    Object.entries(table).map(([name, { schema, describe }]) => [
      name,
      v.optional(v.pipe(schema, v.description(describe))),
    ]),
  );
}

function validate<T>(schema: v.GenericSchema, value: unknown, where: string): Validated<T> {
  const { success, output, issues } = v.safeParse(schema, value);
  if (success) {
    // The types of options are made of the same table as the schema, which is made of it at run time.
    return { value: output as T };
  }
  return { diagnostics: issues.map((issue) => explain(issue, where)) };
}

function explain(issue: v.BaseIssue<unknown>, where: string): Diagnostic {
  const path = v.getDotPath(issue) ?? "";
  if (issue.type === "strict_object" && issue.expected === "never") {
    const key = String(issue.path?.at(-1)?.key);
    return diagnose(messages.unknownOption(path, where, nearestName(key, knownAt(issue))));
  }
  return diagnose(messages.invalidOption(path, where, expectation(issue), issue.received));
}

/** The options that there are where one was not known. */
function knownAt({ path }: v.BaseIssue<unknown>): readonly string[] {
  return [...Object.keys(targetOptions), path?.[0].key === "targets" ? "name" : "targets"];
}

/** What valibot expects, in words. */
function expectation({ type, expected }: v.BaseIssue<unknown>): string {
  switch (type) {
    case "non_empty":
      return "something in it";
    case "custom":
      return "a function";
    case "boolean":
      return "true or false";
    case "array":
      return "a list";
    case "picklist":
      return (expected ?? "").replace(/^\(|\)$/g, "").replaceAll(" | ", " or ");
    default:
      return expected === "Object" ? "an object" : `a ${expected ?? "value"}`;
  }
}
