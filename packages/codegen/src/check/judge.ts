import { applyExcuses } from "../diagnostics/apply-excuses.js";
import type { Diagnostic, ExcusedDiagnostic } from "../diagnostics/diagnostic.js";
import type { Excuse } from "../diagnostics/excuse.js";
import { blockedDefinitions, settle, type Severities } from "../diagnostics/settle.js";
import type { Definition } from "../model/definition.js";
import { check, type CheckOptions } from "./check.js";
import type { Candidate } from "./select-definitions.js";

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

/** Checks what was read, and settles what counts: rules, excuses, and which definitions an error blocks. */
export function judge(read: Judged, options: CheckOptions & Severities): Judgement {
  const { definitions, diagnostics, unsaid } = check(read.candidates, options);
  const said = [...read.diagnostics, ...diagnostics];
  const { standing, excused } = applyExcuses(said, read.excuses, unsaid);
  const settled = settle(standing, options);
  const blocked = blockedDefinitions(settled);
  return {
    diagnostics: settled,
    excused,
    definitions: definitions.filter(({ name }) => !blocked.has(name)),
    blocked,
  };
}
