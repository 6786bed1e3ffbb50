import { readFileSync } from "node:fs";
import { join } from "node:path";

import ts from "typescript";

import { explainDifference } from "./explain-difference.js";
import { findAny } from "./find-any.js";
import { handlersType, schemaConstant, type Exposed } from "./expose.js";
import { corpusScheme } from "./overlay-program.js";

/** One direction of one handler that the generator typed. */
export interface Question {
  readonly exposed: Exposed;
  /** The Restate name of the definition. */
  readonly name: string;
  /** The absolute path of the file that exposes the definition. */
  readonly file: string;
  readonly handler: string;
  readonly side: "input" | "output";
  /** Whether the callers bring the serde, and with it the type. */
  readonly isBrought: boolean;
  /** The generated module, absolute, and the client's interface and property in it. */
  readonly module: string;
  readonly client: { readonly name: string; readonly parameters: string };
  readonly property: string;
}

/** What the oracle says to one {@link Question}. */
export interface Answer {
  readonly definition: string;
  readonly handler: string;
  readonly side: "input" | "output";
  readonly verdict: "equal" | "narrower" | "wider" | "differs" | "any" | "cannot say";
  /** Why the oracle cannot say. */
  readonly reason?: string;
  readonly generated?: string;
  readonly expected?: string;
  /** Where they part. */
  readonly difference?: string;
  /** Where the declared type has an `any`: a path, or nothing. */
  readonly any?: string;
}

const wire = new URL("../corpus/wire.ts", import.meta.url);

/** The oracle's own files: the hand-written projection, and the questions as types. */
export function oracleFiles(
  folder: string,
  questions: readonly Question[],
): ReadonlyMap<string, string> {
  const imports =
    `import type { InputOf, OutputOf } from "@restate-codegen/runtime";\n` +
    `import type { Wire, InputFrom, OutputFrom, SchemaSide, Verdict } from "${corpusScheme}${wirePath(folder)}";\n`;
  return new Map([
    [wirePath(folder), readFileSync(wire, "utf8")],
    [oraclePath(folder), imports + questions.map(askOne).join("\n")],
  ]);
}

function wirePath(folder: string): string {
  return join(folder, "__corpus_wire.ts");
}

/** The file whose exported types are the answers. */
export function oraclePath(folder: string): string {
  return join(folder, "__corpus_oracle.ts");
}

function askOne(
  { exposed, file, handler, side, module, client, property }: Question,
  index: number,
): string {
  const from = (path: string): string => `import(${JSON.stringify(corpusScheme + path)})`;
  const of = side === "input" ? "InputOf" : "OutputOf";
  const serde = exposed.serdes.get(handler)?.[side];
  const handlers = `${from(file)}.${handlersType(exposed.id)}`;
  const declared =
    serde?.kind === "schema"
      ? `SchemaSide<typeof ${from(file)}.${schemaConstant(exposed.id, handler, side)}, "${side}">`
      : `${side === "input" ? "InputFrom" : "OutputFrom"}<${handlers}[${JSON.stringify(handler)} & keyof ${handlers}]>`;
  const expected =
    serde?.kind === "bytes"
      ? "Uint8Array"
      : serde?.kind === "empty"
        ? "undefined"
        : `Wire<D${String(index)}>`;
  return [
    `export type H${String(index)} = ${handlers};`,
    `export type G${String(index)} = ${of}<${from(module)}.${client.name}${client.parameters}[${JSON.stringify(property)}]>;`,
    `export type D${String(index)} = ${declared};`,
    `export type E${String(index)} = ${expected};`,
    `export type V${String(index)} = Verdict<G${String(index)}, E${String(index)}>;`,
  ].join("\n");
}

/** Reads the answers out of a checked program. */
export function readAnswers(
  program: ts.Program,
  folder: string,
  questions: readonly Question[],
): readonly Answer[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(oraclePath(folder));
  const types = new Map(
    [...(file?.statements ?? [])]
      .filter(ts.isTypeAliasDeclaration)
      .map((one) => [one.name.text, checker.getTypeAtLocation(one.name)]),
  );
  const print = (type: ts.Type | undefined): string =>
    type ? checker.typeToString(type, undefined, PRINT) : "nothing";
  return questions.map((question, index): Answer => {
    const [handlers, generated, declared, expected, verdict] = ["H", "G", "D", "E", "V"].map(
      (one) => types.get(one + String(index)),
    );
    const base = {
      definition: question.name,
      handler: question.handler,
      side: question.side,
    };
    const said = verdict?.isStringLiteral() ? verdict.value : undefined;
    const reason = silence({ question, handlers, declared, expected, said });
    const printed = {
      generated: print(generated),
      expected: print(expected),
      ...(generated &&
        expected &&
        said !== "equal" && { difference: explainDifference(generated, expected, checker) }),
    };
    const any = declared && findAny(declared, checker);
    return reason === undefined
      ? {
          ...base,
          verdict: said as Answer["verdict"],
          ...(said !== "equal" && printed),
          ...(any && { any }),
        }
      : { ...base, verdict: "cannot say", reason, ...printed, ...(any && { any }) };
  });
}

const PRINT = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;

function silence(given: {
  readonly question: Question;
  readonly handlers: ts.Type | undefined;
  readonly declared: ts.Type | undefined;
  readonly expected: ts.Type | undefined;
  readonly said: string | undefined;
}): string | undefined {
  const { question, handlers, declared, expected, said } = given;
  const serde = question.exposed.serdes.get(question.handler)?.[question.side];
  if (question.isBrought) {
    return "callers bring the serde, and its type";
  }
  if (serde?.kind === "custom" && said !== "equal") {
    return "a serde that the text does not show";
  }
  if (
    !handlers ||
    handlers.flags & (ts.TypeFlags.Never | ts.TypeFlags.Any | ts.TypeFlags.Unknown)
  ) {
    return "TypeScript does not infer the definition's handlers";
  }
  if (serde?.kind !== "schema" && serde?.kind !== "bytes" && serde?.kind !== "empty") {
    if (declared && declared.flags & ts.TypeFlags.Any && said !== "equal") {
      return "declared as any";
    }
    if (declared?.isStringLiteral() && declared.value === "not a handler") {
      return "TypeScript does not see the handler";
    }
  }
  if (expected && expected.flags & ts.TypeFlags.Any) {
    return "the projection is any, most often for depth";
  }
  return said === undefined ? "no verdict" : undefined;
}
