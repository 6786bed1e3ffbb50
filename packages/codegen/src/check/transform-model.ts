import * as v from "valibot";

import { diagnose } from "../diagnostics/diagnose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { messages } from "../diagnostics/messages.js";
import type { Definition } from "../model/definition.js";
import { definitionSchema } from "../model/definition-schema.js";

/** A function of the user's that changes what was read; nobody checked what it returns. */
export type ModelTransform = (definitions: readonly Definition[]) => unknown;

/** What the user's function made of the model, or what is wrong with that. */
export type Transformed =
  | { readonly definitions: readonly Definition[]; readonly problem?: never }
  | { readonly definitions?: never; readonly problem: Diagnostic };

/** Has the user's function change the model. It gets a copy, and what it returns is copied again, so that it may keep and change either. */
export async function transformModel(
  definitions: readonly Definition[],
  transform: ModelTransform,
): Promise<Transformed> {
  try {
    return readModel(await transform(structuredClone(definitions)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: diagnose(messages.transformFailed(reason)) };
  }
}

function readModel(returned: unknown): Transformed {
  const text = JSON.stringify(returned) as string | undefined;
  const value: unknown = text === undefined ? undefined : JSON.parse(text);
  const { success, issues } = v.safeParse(v.array(definitionSchema), value, { abortEarly: true });
  // The value itself is kept, since its members are in the order in which they were written before.
  return success
    ? { definitions: value as readonly Definition[] }
    : { problem: diagnose(explain(issues[0], value)) };
}

function explain(issue: v.BaseIssue<unknown>, value: unknown) {
  const keys = (issue.path ?? []).map(({ key }) => key);
  const path = keys.map((key) =>
    typeof key === "number" ? `[${String(key)}]` : `.${String(key)}`,
  );
  const isSpecial = issue.type === "check" || issue.type === "regex" || issue.type === "non_empty";
  return messages.transformedUnusable(path.join(""), {
    definition: nameAt(keys[0], value),
    expected: isSpecial ? issue.message : inWords(issue.expected ?? "something else"),
    received: isSpecial ? undefined : issue.received,
  });
}

function inWords(expected: string): string {
  return expected
    .replaceAll(/[()]/g, "")
    .replaceAll(" | ", " or ")
    .replace("Array", "a list")
    .replace("Object", "an object");
}

function nameAt(index: unknown, value: unknown): string | undefined {
  const definition: unknown = Array.isArray(value) ? value[Number(index)] : undefined;
  return typeof definition === "object" && definition !== null && "name" in definition
    ? String(definition.name)
    : undefined;
}
