import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Definition } from "../model/definition.js";
import { checkRules } from "./check-rules.js";
import { clientNameCollision } from "./client-name-collision.js";
import { duplicateDefinition } from "./duplicate-definition.js";
import { handlerRenamed } from "./handler-renamed.js";
import { invalidName } from "./invalid-name.js";
import { checkRenaming, renameClients, type Renaming } from "./rename-clients.js";
import type { Rule } from "./rule.js";
import type { Selection, SelectionOptions } from "./select-definitions.js";
import { unusableClientName } from "./unusable-client-name.js";

/** The rules, in the order of their codes. */
const rules: readonly Rule[] = [
  duplicateDefinition,
  invalidName,
  unusableClientName,
  clientNameCollision,
  handlerRenamed,
];

/** What the user asks for, as far as it can be wrong. */
export interface CheckOptions extends SelectionOptions {
  /** Severities by code, as the user wrote them. */
  readonly rules: Readonly<Record<string, string>>;
  readonly rename: Renaming;
}

/** The definitions with their clients' names, and what is wrong with them. */
export interface Checked {
  readonly definitions: readonly Definition[];
  readonly diagnostics: readonly Diagnostic[];
  /** What there would be to say about those that are left out. */
  readonly unsaid: readonly Diagnostic[];
}

/** Applies every rule to what is to be written. After this stage, what still goes wrong is a bug of ours. */
export function check(
  chosen: readonly Definition[],
  { leftOut, names }: Selection,
  { rules: severities, rename }: CheckOptions,
): Checked {
  const definitions = renameClients(chosen, rename);
  return {
    definitions,
    diagnostics: [
      ...checkRules(severities),
      ...checkRenaming(rename, [...names, ...chosen.map(({ name }) => name)]),
      ...applyRules(definitions),
    ],
    unsaid: [
      ...leftOut.flatMap(({ diagnostics }) => diagnostics),
      ...applyRules(leftOut.flatMap(({ definition }) => definition ?? [])),
    ],
  };
}

function applyRules(definitions: readonly Definition[]): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule(definitions));
}
