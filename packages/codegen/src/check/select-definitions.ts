import picomatch from "picomatch";

import { diagnose } from "../diagnostics/diagnose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { messages } from "../diagnostics/messages.js";
import type { Definition } from "../model/definition.js";
import { nearestName } from "../naming/nearest-name.js";

/** Something that defines, as far as it could be read. */
export interface Candidate {
  /** The Restate name; absent where it cannot be read. */
  readonly name?: string | undefined;
  /** Relative to the project's folder. */
  readonly file: string;
  /** Absent where too little could be read. */
  readonly definition?: Definition | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Which definitions get a client. */
export interface SelectionOptions {
  /** Patterns of names or files; empty for all. */
  readonly include: readonly string[];
  /** Patterns of names or files that are left out all the same. */
  readonly exclude: readonly string[];
}

/** The candidates by whether they get a client, and the patterns that match none. */
export interface Selection {
  /** The Restate names of all candidates, as far as they could be read. */
  readonly names: readonly string[];
  readonly chosen: readonly Candidate[];
  readonly leftOut: readonly Candidate[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Applies `include` and `exclude`. What is left out has nothing to report either. */
export function selectDefinitions(
  candidates: readonly Candidate[],
  { include, exclude }: SelectionOptions,
): Selection {
  const isWanted = matcher(include);
  const isUnwanted = matcher(exclude);
  const isChosen = (one: Candidate) => (include.length === 0 || isWanted(one)) && !isUnwanted(one);
  return {
    names: candidates.flatMap(({ name }) => name ?? []),
    chosen: candidates.filter(isChosen),
    leftOut: candidates.filter((one) => !isChosen(one)),
    diagnostics: [
      ...findIdle("include", include, candidates),
      ...findIdle("exclude", exclude, candidates),
    ],
  };
}

function matcher(patterns: readonly string[]): (candidate: Candidate) => boolean {
  const plain = patterns.map((pattern) => pattern.replace(/^\.\//, ""));
  const isMatch = picomatch(plain, { dot: true });
  // A file such as `[id].ts` is also meant by its own name, which is another thing to a glob.
  const matches = (text: string) => plain.includes(text) || isMatch(text);
  return ({ name, file }) => matches(file) || (name !== undefined && matches(name));
}

function findIdle(
  option: keyof SelectionOptions,
  patterns: readonly string[],
  candidates: readonly Candidate[],
): readonly Diagnostic[] {
  const known = candidates.flatMap(({ name, file }) => [
    ...(name === undefined ? [] : [name]),
    file,
  ]);
  return patterns
    .filter((pattern) => !candidates.some(matcher([pattern])))
    .map((pattern) =>
      diagnose(messages.nothingMatches(option, pattern, nearestName(pattern, known))),
    );
}
