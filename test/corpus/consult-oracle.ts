import { dirname, join } from "node:path";

import { clientNames, type Definition, type Handler, type Payload } from "restate-codegen";
import ts from "typescript";

import { oracleFiles, readAnswers, type Answer, type Question } from "./ask-oracle.js";
import { exposeDefinitions, type Exposed } from "./expose.js";
import { parseConfig } from "./find-units.js";
import type { Round } from "./generate-rounds.js";
import { overlayProgram } from "./overlay-program.js";
import type { ScannedDefinition } from "./scan-definitions.js";
import { scanSerdes, type ScannedSerde, type ScannedSerdes } from "./scan-serdes.js";
import { readSdkNames } from "./sdk-names.js";

/** What the oracle and the project's own compiler have to say about a unit. */
export interface Consultation {
  readonly answers: readonly Answer[];
  /** How many errors the project's own compiler has with the files that use the SDK. */
  readonly ownErrors: number;
}

/** A public definition that was generated in some round. */
interface Generated {
  readonly id: number;
  readonly scanned: ScannedDefinition;
  readonly definition: Definition;
  readonly out: string;
}

/** Asks the oracle about every handler of every definition that was found and that a module can be made to export. */
export function consultOracle(
  tsconfig: string,
  rounds: readonly Round[],
  sources: ReadonlyMap<string, ts.SourceFile>,
): Consultation {
  const folder = dirname(tsconfig);
  const generated = generatedIn(rounds);
  const modules = new Map(rounds.flatMap(modulesOf));
  const exposed = new Map(generated.map((one) => [one, expose(one, sources)]));
  const questions = [...exposed]
    .flatMap(([one, how]) => questionsOf(one, how))
    // Where nothing could be formatted nothing is written, and there is a diagnostic.
    .filter(({ module }) => modules.has(module));
  const program = overlayProgram({
    ...projectFiles(tsconfig, sources),
    files: new Map([
      ...[...sources].map(([path, source]): [string, string] => [
        path,
        exposeDefinitions(
          source,
          [...exposed.values()].filter(({ definition }) => definition.file === path),
        ),
      ]),
      ...modules,
      ...oracleFiles(folder, questions),
    ]),
  });
  return {
    answers: readAnswers(program, folder, questions),
    ownErrors: ownErrors(program, sources.keys()),
  };
}

/** Each definition once, by the first round that has it. */
function generatedIn(rounds: readonly Round[]): readonly Generated[] {
  const byCall = new Map<ScannedDefinition, Generated>();
  for (const { fates, out } of rounds) {
    fates.forEach(({ scanned, definition }, id) => {
      if (definition?.access === "public" && !byCall.has(scanned)) {
        byCall.set(scanned, { id, scanned, definition, out });
      }
    });
  }
  return [...byCall.values()];
}

/** The modules of a round, by their absolute path. */
export function modulesOf({ result, out }: Round): readonly (readonly [string, string])[] {
  return result.changes.flatMap(({ path, text }) =>
    text !== undefined && path.endsWith(".ts") ? [[join(out, path), text] as const] : [],
  );
}

function expose({ id, scanned }: Generated, sources: ReadonlyMap<string, ts.SourceFile>): Exposed {
  const source = sources.get(scanned.file);
  const call = source && callAt(source, scanned);
  const serdes = call ? scanSerdes(call, readSdkNames(source)) : new Map<string, ScannedSerdes>();
  return {
    id,
    definition: scanned,
    serdes: scanned.reach === "function" ? unnamed(serdes) : serdes,
  };
}

/** A schema inside of a function cannot be named from outside of it. */
function unnamed(serdes: ReadonlyMap<string, ScannedSerdes>): ReadonlyMap<string, ScannedSerdes> {
  const hide = (one: ScannedSerde | undefined): ScannedSerde | undefined =>
    one?.kind === "schema" ? { kind: "custom" } : one;
  return new Map(
    [...serdes].map(([handler, { input, output }]) => [
      handler,
      { input: hide(input), output: hide(output) },
    ]),
  );
}

function callAt(
  source: ts.SourceFile,
  { start, end }: ScannedDefinition,
): ts.CallExpression | undefined {
  const find = (node: ts.Node): ts.CallExpression | undefined =>
    ts.isCallExpression(node) && node.getStart(source) === start && node.getEnd() === end
      ? node
      : ts.forEachChild(node, find);
  return find(source);
}

function questionsOf(
  { definition, scanned, out }: Generated,
  exposed: Exposed,
): readonly Question[] {
  const { module, type } = clientNames(definition);
  const payloads = publicHandlers(definition).flatMap((handler) =>
    (["input", "output"] as const).map((side) => ({
      handler: handler.name,
      side,
      payload: handler[side],
    })),
  );
  const brought = payloads.filter(({ payload }) => isBrought(payload));
  const parameters = brought.length > 0 ? `<${brought.map(() => "unknown").join(", ")}>` : "";
  return payloads.map(({ handler, side, payload }): Question => ({
    exposed,
    name: definition.name,
    file: scanned.file,
    handler,
    side,
    isBrought: isBrought(payload),
    module: join(out, `${module}.ts`),
    client: { name: type, parameters },
    // The client of a handler called `then` would be taken for a promise.
    property: /^(?:then|toJSON|toString|valueOf)$/.test(handler) ? `${handler}$` : handler,
  }));
}

/** Whether callers bring the serde, and with it the type. */
function isBrought(payload: Payload): boolean {
  return payload.presence !== "none" && payload.serde === "custom";
}

function publicHandlers(definition: Definition): readonly Handler[] {
  const all =
    definition.kind === "workflow" ? [definition.run, ...definition.handlers] : definition.handlers;
  return all.filter(({ access }) => access === "public");
}

function projectFiles(tsconfig: string, sources: ReadonlyMap<string, ts.SourceFile>) {
  const { options, fileNames } = parseConfig(tsconfig);
  return {
    options: { ...options, ...overlayOptions },
    rootNames: fileNames.filter((file) => !sources.has(file)),
  };
}

const overlayOptions: ts.CompilerOptions = {
  noEmit: true,
  skipLibCheck: true,
  composite: false,
  incremental: false,
  declaration: false,
  declarationMap: false,
  isolatedDeclarations: false,
  noUnusedLocals: false,
  noUnusedParameters: false,
  // So that `name?: T` and `name?: T | undefined` are the same, as they are on the wire.
  exactOptionalPropertyTypes: false,
};

/** Checking every file of the project would cost as much as all the rest. */
function ownErrors(program: ts.Program, files: Iterable<string>): number {
  return [...files]
    .flatMap((path) => program.getSourceFile(path) ?? [])
    .reduce((sum, file) => sum + program.getSemanticDiagnostics(file).length, 0);
}
