import { readFileSync } from "node:fs";

import ts from "typescript";
import { describe, expect, test } from "vitest";
import { overlayProgram } from "./overlay-program.js";

const declarations = `
declare enum Color { Red = "red", Blue = "blue" }
declare enum Level { Low = 0, High = 5 }
declare class Money { constructor(cents: number); private cents: number; add(other: Money): Money; toJSON(): { cents: number } }
declare class Point { x: number; protected y: number; length(): number }
interface Tree { value: Date; children: Tree[] }
type UserId = string & { readonly __brand: "UserId" };
declare const tag: unique symbol;
`;

/** What JSON makes of a type: the type, and what the oracle has to say. */
const projections: readonly (readonly [given: string, want: string])[] = [
  ["string | number | null", "string | number | null"],
  ["true", "true"],
  ["boolean", "boolean"],
  ["any", "unknown"],
  ["unknown", "unknown"],
  ["never", "never"],
  ["void", "undefined"],
  ["string | undefined", "string | undefined"],
  ["Date", "string"],
  ["Money", "{ cents: number }"],
  ["Point", "{ x: number }"],
  ["UserId", "string"],
  ["number & { readonly __brand: 1 }", "number"],
  ["Color", '"red" | "blue"'],
  ["Level.High", "5"],
  ["Level", "0 | 5"],
  ["`id-${number}`", "`id-${number}`"],
  [
    "{ a: Date; b?: string; readonly c: number | undefined }",
    "{ a: string; b?: string; readonly c?: number }",
  ],
  ["{ a: () => void; b: symbol; c: undefined; [tag]: 1 }", "{}"],
  ["{ a: string | (() => void) }", "{ a?: string }"],
  ["{ a: any; b: unknown; c?: never }", "{ a: unknown; b: unknown }"],
  ["{ [key: string]: Date | undefined }", "{ [key: string]: string }"],
  ["Record<Color, Date>", "{ red: string; blue: string }"],
  ["Partial<Record<Level, Date>>", "{ 0?: string; 5?: string }"],
  ["(Date | undefined)[]", "(string | null)[]"],
  ["readonly [first: Date, ...rest: number[]]", "readonly [first: string, ...rest: number[]]"],
  ["(() => void)[]", "null[]"],
  ["Map<string, Date>", "{ [key: string]: never }"],
  ["Uint8Array", "{ [index: string]: number }"],
  ["object", "{ [key: string]: unknown }"],
  ["Promise<string>[]", "{ [key: string]: never }[]"],
  ['{ kind: "a"; at: Date } | { kind: "b" }', '{ kind: "a"; at: string } | { kind: "b" }'],
];

/** What is said of two types, the generated one first. */
const comparisons: readonly (readonly [generated: string, expected: string, want: string])[] = [
  ["string", "string", "equal"],
  ["string", "string | null", "narrower"],
  ["unknown", "string", "wider"],
  ["string", "number", "differs"],
  ["any", "string", "any"],
  ["void", "undefined", "equal"],
  ["{ a: string }", "{ a: string; b?: number }", "wider"],
  ["{ a: string }", "{ a?: string }", "differs"],
  ["{ a?: string }", "{ a?: string | undefined }", "equal"],
  ["{ a: { b: string }[] }", "{ a: { b: string; c?: 1 }[] }", "wider"],
  ["{ a: string } & { b: number }", "{ a: string; b: number }", "equal"],
  ["Wire<Tree>", "{ value: string; children: Wire<Tree>[] }", "equal"],
];

describe("the projection", () => {
  const said = evaluate(projections.map(([given, want]) => `Verdict<Wire<${given}>, ${want}>`));
  test.each(projections.map(([given, want], index) => ({ given, want, said: said[index] })))(
    "of $given is $want",
    ({ said: verdict }) => expect(verdict).toBe("equal"),
  );
});

describe("the comparison", () => {
  const said = evaluate(
    comparisons.map(([generated, expected]) => `Verdict<${generated}, ${expected}>`),
  );
  test.each(
    comparisons.map(([generated, expected, want], index) => ({
      generated,
      expected,
      want,
      said: said[index],
    })),
  )("of $generated with $expected is $want", ({ want, said: verdict }) =>
    expect(verdict).toBe(want),
  );
});

describe("of a handler", () => {
  const handlers: readonly (readonly [given: string, want: string])[] = [
    ["InputFrom<() => Promise<string>>", "undefined"],
    ["InputFrom<(ctx: object) => Promise<string>>", "undefined"],
    ["InputFrom<(ctx: object, input: Date) => Promise<string>>", "Date"],
    ["InputFrom<(ctx: object, input?: Date) => Promise<string>>", "Date | undefined"],
    ["OutputFrom<(ctx: object) => Promise<Date>>", "Date"],
    ["InputFrom<{ _inputSerde?: { deserialize(data: Uint8Array): Date } }>", "Date"],
    ['SchemaSide<{ "~standard": { types?: { input: string; output: Date } } }, "output">', "Date"],
    ['SchemaSide<{ _input: string; _output: Date }, "input">', "string"],
  ];
  const said = evaluate(handlers.map(([given, want]) => `Verdict<${given}, ${want}>`));
  test.each(handlers.map(([given, want], index) => ({ given, want, said: said[index] })))(
    "$given is $want",
    ({ said: verdict }) => expect(verdict).toBe("equal"),
  );
});

/** The text that each type expression comes to. */
function evaluate(expressions: readonly string[]): readonly (string | undefined)[] {
  const wire = readFileSync(new URL("wire.ts", import.meta.url), "utf8");
  const asked = expressions.map((one, index) => `type Asked${String(index)} = ${one};`);
  const path = "/corpus/wire.ts";
  const program = overlayProgram({
    options: { strict: true, target: ts.ScriptTarget.ES2022, types: [] },
    rootNames: [],
    files: new Map([[path, [wire, declarations, ...asked].join("\n")]]),
  });
  expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
  const checker = program.getTypeChecker();
  return [...(program.getSourceFile(path)?.statements ?? [])]
    .filter(ts.isTypeAliasDeclaration)
    .filter(({ name }) => name.text.startsWith("Asked"))
    .map(({ name }) => checker.getTypeAtLocation(name))
    .map((type) => (type.isStringLiteral() ? type.value : checker.typeToString(type)));
}
