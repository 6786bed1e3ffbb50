import { isError, type Diagnostic } from "./diagnostic.js";

/** How severities are changed before they count. */
export interface Severities {
  /** Every warning is an error. */
  readonly strict: boolean;
}

/** Brings what all stages found into the form to show: severities applied, each place once, by file and position. */
export function settle(
  diagnostics: readonly Diagnostic[],
  { strict }: Severities,
): readonly Diagnostic[] {
  const graded = strict
    ? diagnostics.map((one): Diagnostic => ({ ...one, severity: "error" }))
    : diagnostics;
  // Both directions of a type would report its member twice; the first one says enough.
  const seen = new Set<string>();
  const once = graded.filter((one) => !seen.has(identity(one)) && seen.add(identity(one)));
  return [...once].sort(byPosition);
}

/** The definitions that an error keeps from being written. */
export function blockedDefinitions(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(diagnostics.filter(isError).flatMap(({ definition }) => definition ?? []));
}

function identity({ code, range, definition, message }: Diagnostic): string {
  return JSON.stringify([
    code,
    range?.file,
    range?.line,
    range?.column,
    range ? definition : message,
  ]);
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
