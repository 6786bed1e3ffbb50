import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";

import type { GenerateResult } from "restate-codegen";
import ts from "typescript";

import type { Answer } from "./ask-oracle.js";
import { compileStrictly } from "./compile-strictly.js";
import { consultOracle, modulesOf } from "./consult-oracle.js";
import { generateRounds } from "./generate-rounds.js";
import type { Fate, Locate } from "./match-definitions.js";
import { scanDefinitions } from "./scan-definitions.js";

/** What is known of a unit in the end; plain data. */
export interface Examination {
  readonly definitions: readonly ExaminedDefinition[];
  /** Generated definitions that the scan knows nothing of, such as a package's. */
  readonly others: readonly string[];
  readonly answers: readonly Answer[];
  /** Where an `any` of the sources became `unknown` without a diagnostic. */
  readonly silent: readonly string[];
  readonly compileErrors: readonly string[];
  /** Errors that the project's own compiler has with the files that use the SDK. */
  readonly ownErrors: number;
  /** Processor time of the generator, so that a busy machine does not count. */
  readonly seconds: number;
}

/** A definition of the scan, and what became of it. */
export interface ExaminedDefinition extends Pick<Fate, "fate" | "code" | "lost"> {
  /** File and line, relative to the tsconfig. */
  readonly place: string;
  readonly name: string | undefined;
  readonly kind: string;
  readonly reach: string;
  readonly isTest: boolean;
  /** How many handlers the text shows. */
  readonly handlers: number;
}

/** Runs the generator on a unit, and holds what it made against the scan, the oracle and the compiler. */
export async function examineUnit(
  tsconfig: string,
  files: readonly string[],
): Promise<Examination> {
  const root = dirname(tsconfig);
  const sources = new Map(files.map((file) => [file, parse(file)]));
  const scanned = [...sources.values()].flatMap((file) => scanDefinitions(file));
  const locate: Locate = (range) => {
    const file = resolve(root, range.file);
    const source = sources.get(file);
    return (
      source && {
        file,
        offset: source.getPositionOfLineAndCharacter(range.line - 1, range.column - 1),
      }
    );
  };
  const start = process.cpuUsage();
  const rounds = await generateRounds(tsconfig, scanned, locate);
  const { user, system } = process.cpuUsage(start);
  const [{ result, fates }] = rounds;
  const consultation = consultOracle(tsconfig, rounds, sources);
  return {
    ...consultation,
    definitions: fates.map((one) => describe(one, root, sources)),
    others: othersOf(result, fates),
    silent: silentOnes(
      consultation.answers,
      rounds.flatMap((one) => one.result.diagnostics),
    ),
    compileErrors: compileStrictly(new Map(rounds.flatMap(modulesOf))),
    seconds: Math.round((user + system) / 1_000_000 / rounds.length),
  };
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}

function describe(
  { scanned, definition, fate, code, lost }: Fate,
  root: string,
  sources: ReadonlyMap<string, ts.SourceFile>,
): ExaminedDefinition {
  const file = relative(root, scanned.file);
  const { line } = sources.get(scanned.file)?.getLineAndCharacterOfPosition(scanned.start) ?? {
    line: -1,
  };
  return {
    place: `${file}:${String(line + 1)}`,
    name: scanned.name ?? definition?.name,
    kind: scanned.kind,
    reach: scanned.reach,
    isTest: isTestFile(file),
    handlers: scanned.handlers?.length ?? 0,
    fate,
    lost,
    ...(code !== undefined && { code }),
  };
}

/** Tests define services too, but nobody wants a client for those. */
function isTestFile(file: string): boolean {
  return /(?:^|\/)(?:tests?|__tests__|specs?|e2e)\/|[.-](?:test|spec)\.[cm]?tsx?$/.test(file);
}

function othersOf({ definitions }: GenerateResult, fates: readonly Fate[]): readonly string[] {
  const known = new Set(fates.map(({ definition }) => definition));
  return definitions.filter((one) => !known.has(one)).map(({ name, file }) => `${name} (${file})`);
}

/** An `any` that the sources declare, and that no diagnostic of the definition speaks of. */
function silentOnes(
  answers: readonly Answer[],
  diagnostics: GenerateResult["diagnostics"],
): readonly string[] {
  return answers.flatMap(({ any, definition, handler, side }) => {
    // Of two handlers that share a type, a diagnostic names the one that was read first.
    const isSaid = diagnostics.some(
      (one) =>
        one.definitions.includes(definition) &&
        one.message.includes(`${any ?? ""}\` of the handler "`),
    );
    return any === undefined || isSaid ? [] : [`${definition}.${handler} ${side}${any}`];
  });
}
