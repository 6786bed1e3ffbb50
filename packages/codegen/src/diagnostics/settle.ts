import { catalogue } from "./catalogue.js";
import { isError, type Diagnostic } from "./diagnostic.js";

/** How severities are changed before they count. */
export interface Severities {
  /** Every warning is an error. */
  readonly strict: boolean;
  /** What a code is instead of its default. A code that may not be lowered stays an error. */
  readonly rules: Readonly<Record<string, string>>;
}

/** Brings what all stages found into the form to show: severities applied, each place once, by file and position. */
export function settle(
  diagnostics: readonly Diagnostic[],
  severities: Severities,
): readonly Diagnostic[] {
  const places = new Map<string, Diagnostic>();
  for (const one of diagnostics.flatMap((each) => grade(each, severities))) {
    // Both directions of a type report its member, and so does each definition that mentions it: once is enough.
    const known = places.get(identity(one));
    places.set(identity(one), known ? { ...known, definitions: union(known, one) } : one);
  }
  return [...places.values()].sort(byPosition);
}

/** The definitions that an error keeps from being written. */
export function blockedDefinitions(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(diagnostics.filter(isError).flatMap(({ definitions }) => definitions));
}

function grade(diagnostic: Diagnostic, { strict, rules }: Severities): readonly Diagnostic[] {
  const { code, severity } = diagnostic;
  const isFirm = catalogue.some((one) => one.code === code && !one.lowerable);
  const rule = isFirm ? undefined : rules[code];
  if (rule === "off") {
    return [];
  }
  // A rule that is none has been reported by then.
  const wanted = rule === "error" || rule === "warning" ? rule : severity;
  return [{ ...diagnostic, severity: strict ? "error" : wanted }];
}

function identity({ code, range, message }: Diagnostic): string {
  return JSON.stringify([code, range ? [range.file, range.line, range.column] : message]);
}

function union(one: Diagnostic, other: Diagnostic): readonly string[] {
  return [...new Set([...one.definitions, ...other.definitions])];
}

function byPosition(a: Diagnostic, b: Diagnostic): number {
  const [one, other] = [a.range, b.range];
  if (!one || !other) {
    return Number(one !== undefined) - Number(other !== undefined);
  }
  return one.file === other.file
    ? one.line - other.line || one.column - other.column
    : one.file < other.file
      ? -1
      : 1;
}
