import { applyExcuses } from "../diagnostics/apply-excuses.js";
import type { Diagnostic, ExcusedDiagnostic } from "../diagnostics/diagnostic.js";
import type { Excuse } from "../diagnostics/excuse.js";
import { blockedDefinitions, settle, type Severities } from "../diagnostics/settle.js";
import type { Definition } from "../model/definition.js";
import { check, type CheckOptions } from "./check.js";
import { selectDefinitions, type Candidate } from "./select-definitions.js";
import { transformModel, type ModelTransform } from "./transform-model.js";

/** What was read of a project. */
export interface Judged {
  readonly candidates: readonly Candidate[];
  readonly diagnostics: readonly Diagnostic[];
  readonly excuses: readonly Excuse[];
}

/** What there is to say, and what can be written all the same. */
export interface Judgement {
  readonly diagnostics: readonly Diagnostic[];
  readonly excused: readonly ExcusedDiagnostic[];
  readonly definitions: readonly Definition[];
  /** The names of the definitions that an error keeps from being written. */
  readonly blocked: ReadonlySet<string>;
}

/** What the user asks for, as far as it changes what is written. */
export interface JudgeOptions extends CheckOptions, Severities {
  readonly transformModel?: ModelTransform | undefined;
}

/** Chooses and checks what was read, and settles what counts: rules, excuses, and which definitions an error blocks. */
export async function judge(read: Judged, options: JudgeOptions): Promise<Judgement> {
  const selection = selectDefinitions(read.candidates, options);
  const { chosen } = selection;
  const found = [
    ...read.diagnostics,
    ...selection.diagnostics,
    ...chosen.flatMap(({ diagnostics }) => diagnostics),
  ];
  const settled = (said: readonly Diagnostic[], unsaid: readonly Diagnostic[] = []) => {
    const { standing, excused } = applyExcuses(said, read.excuses, unsaid);
    return { diagnostics: settle(standing, options), excused };
  };
  const blockedBefore = blockedDefinitions(settled(found).diagnostics);
  const all = chosen.flatMap(({ definition }) => definition ?? []);
  const { transformModel: transform } = options;
  // An error could no longer be told to be about a definition whose name was changed, so those with one are left alone.
  const isFit = ({ name }: Definition) => !blockedBefore.has(name);
  const transformed = transform && (await transformModel(all.filter(isFit), transform));
  if (transformed?.problem) {
    const { diagnostics, excused } = settled([...found, transformed.problem]);
    return { diagnostics, excused, definitions: [], blocked: new Set() };
  }
  const definitions = transformed
    ? [...all.filter((one) => !isFit(one)), ...transformed.definitions]
    : all;
  const checked = check(definitions, selection, options);
  const { diagnostics, excused } = settled([...found, ...checked.diagnostics], checked.unsaid);
  const blocked = blockedDefinitions(diagnostics);
  return {
    diagnostics,
    excused,
    definitions: checked.definitions.filter(({ name }) => !blocked.has(name)),
    blocked,
  };
}
