import type { Definition, Diagnostic, SourceRange } from "restate-codegen";

import type { ScannedDefinition } from "./scan-definitions.js";

/** What became of a definition that the scan saw. */
export interface Fate {
  readonly scanned: ScannedDefinition;
  /** `out of reach`: nobody exports, binds or serves it, as the text shows too. */
  readonly fate: "found" | "diagnosed" | "out of reach" | "missed";
  /** What the generator made of it, where it is found. */
  readonly definition?: Definition;
  /** The code of the diagnostic, where there is one. */
  readonly code?: string;
  /** Handlers in the text that are neither in the definition nor in a diagnostic. */
  readonly lost: readonly string[];
}

/** Finds the place in the text that a range of the generator's stands for: an absolute file, and an offset in it. */
export type Locate = (
  range: SourceRange,
) => { readonly file: string; readonly offset: number } | undefined;

/** Finds out what the generator made of each definition of the scan. */
export function matchDefinitions(
  scanned: readonly ScannedDefinition[],
  definitions: readonly Definition[],
  diagnostics: readonly Diagnostic[],
  locate: Locate,
): readonly Fate[] {
  const isIn = (one: ScannedDefinition, range: SourceRange | undefined): boolean => {
    const at = range && locate(range);
    return (
      at !== undefined && at.file === one.file && one.start <= at.offset && at.offset < one.end
    );
  };
  // The name of some is written elsewhere, in a constant that the call spreads.
  const unplaced = definitions.filter(({ range }) => !scanned.some((one) => isIn(one, range)));
  const kindAndFile = (one: ScannedDefinition, { kind, file, range }: Definition): boolean =>
    one.name === undefined &&
    kind === one.kind &&
    locate({ ...range, file, line: 1, column: 1 })?.file === one.file;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return scanned.map((one): Fate => {
    const definition =
      definitions.find(({ range, kind }) => kind === one.kind && isIn(one, range)) ??
      unplaced.find(({ name, kind }) => kind === one.kind && name === one.name) ??
      onlyOne(unplaced.filter((other) => kindAndFile(one, other)));
    const said =
      diagnostics.find(
        ({ code, range }) => leavesOut.has(code) && isIn({ ...one, ...one.scope }, range),
      ) ??
      errors.find(
        ({ range, related, definitions: names, code }) =>
          isIn(one, range) ||
          related.some((other) => isIn(one, other.range)) ||
          (one.name !== undefined && names.includes(one.name)) ||
          code === "RC107",
      );
    if (definition) {
      const lost = lostHandlers(one, definition).filter(
        (name) =>
          !errors.some(({ message, range }) => isIn(one, range) && message.includes(`"${name}"`)),
      );
      return { scanned: one, fate: "found", definition, lost };
    }
    if (said) {
      return { scanned: one, fate: "diagnosed", code: said.code, lost: [] };
    }
    const isContract =
      one.form === "contract" &&
      diagnostics.some(({ message }) => message.includes(`"${one.name ?? ""}"`));
    return {
      scanned: one,
      fate: one.reach === "unreached" ? "out of reach" : isContract ? "diagnosed" : "missed",
      lost: [],
    };
  });
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** The warnings that say why there is no client: nobody offers the definition, or only callers know its name. */
const leavesOut: ReadonlySet<string> = new Set(["RC220", "RC221"]);

function lostHandlers(scanned: ScannedDefinition, definition: Definition): readonly string[] {
  const names = new Set(
    [...(definition.kind === "workflow" ? [definition.run] : []), ...definition.handlers].map(
      ({ name }) => name,
    ),
  );
  return (scanned.handlers ?? []).filter((name) => !names.has(name));
}
