import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Definition } from "../model/definition.js";
import { checkRules } from "./check-rules.js";
import { clientNameCollision } from "./client-name-collision.js";
import { duplicateDefinition } from "./duplicate-definition.js";
import { handlerRenamed } from "./handler-renamed.js";
import { invalidName } from "./invalid-name.js";
import { checkRenaming, renameClients, type Renaming } from "./rename-clients.js";
import type { Rule } from "./rule.js";
import { selectDefinitions, type Candidate, type SelectionOptions } from "./select-definitions.js";

/** The rules, in the order of their codes. */
const rules: readonly Rule[] = [
  duplicateDefinition,
  invalidName,
  clientNameCollision,
  handlerRenamed,
];

/** What the user asks for, as far as it can be wrong. */
export interface CheckOptions extends SelectionOptions {
  /** Severities by code, as the user wrote them. */
  readonly rules: Readonly<Record<string, string>>;
  readonly rename: Renaming;
}

/** The definitions that the user wants clients of, and what is wrong with them. */
export interface Checked {
  readonly definitions: readonly Definition[];
  readonly diagnostics: readonly Diagnostic[];
  /** What there would be to say about those that are left out. */
  readonly unsaid: readonly Diagnostic[];
}

/** Chooses the definitions and applies every rule. After this stage, what still goes wrong is a bug of ours. */
export function check(candidates: readonly Candidate[], options: CheckOptions): Checked {
  const { chosen, leftOut, diagnostics } = selectDefinitions(candidates, options);
  const names = candidates.flatMap(({ name }) => name ?? []);
  const definitions = renameClients(definitionsOf(chosen), options.rename);
  return {
    definitions,
    diagnostics: [
      ...checkRules(options.rules),
      ...diagnostics,
      ...checkRenaming(options.rename, names),
      ...diagnosticsOf(chosen),
      ...applyRules(definitions),
    ],
    unsaid: [...diagnosticsOf(leftOut), ...applyRules(definitionsOf(leftOut))],
  };
}

function applyRules(definitions: readonly Definition[]): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule(definitions));
}

function diagnosticsOf(candidates: readonly Candidate[]): readonly Diagnostic[] {
  return candidates.flatMap(({ diagnostics }) => diagnostics);
}

function definitionsOf(candidates: readonly Candidate[]): readonly Definition[] {
  return candidates.flatMap(({ definition }) => definition ?? []);
}
