import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Definition } from "../model/definition.js";
import { clientNameCollision } from "./client-name-collision.js";
import { duplicateDefinition } from "./duplicate-definition.js";
import { handlerRenamed } from "./handler-renamed.js";
import { invalidName } from "./invalid-name.js";
import type { Rule } from "./rule.js";

/** The rules, in the order of their codes. */
const rules: readonly Rule[] = [
  duplicateDefinition,
  invalidName,
  clientNameCollision,
  handlerRenamed,
];

/** Applies every rule. After this stage, what still goes wrong is a bug of ours. */
export function check(definitions: readonly Definition[]): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule(definitions));
}
