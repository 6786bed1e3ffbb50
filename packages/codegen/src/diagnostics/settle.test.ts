import { expect, test } from "vitest";

import type { Diagnostic } from "./diagnostic.js";
import { blockedDefinitions, settle } from "./settle.js";

function found(code: string, at: string | undefined, more: Partial<Diagnostic> = {}): Diagnostic {
  const [file = "", line = 1] = at?.split(":") ?? [];
  return {
    code,
    severity: "warning",
    message: code,
    fix: "",
    definitions: [],
    related: [],
    ...(at !== undefined && {
      range: { file, line: Number(line), column: 1, length: 1, text: "" },
    }),
    ...more,
  };
}

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

test("what has no place comes first, the rest by file and line", () => {
  const all = [
    found("A", "b.ts:1"),
    found("B", "a.ts:10"),
    found("C", "a.ts:9"),
    found("D", undefined),
  ];
  expect(codes(settle(all, { strict: false, rules: {} }))).toEqual(["D", "C", "B", "A"]);
});

test("one place is reported once, as it was found first, and for every definition that it is in", () => {
  const first = found("A", "a.ts:1", { message: "of the input", definitions: ["Cart"] });
  const second = found("A", "a.ts:1", { message: "of the result", definitions: ["Cart"] });
  const other = found("A", "a.ts:1", { definitions: ["Order"] });
  expect(settle([first, second, other], { strict: false, rules: {} })).toEqual([
    { ...first, definitions: ["Cart", "Order"] },
  ]);
});

test.each([
  ["off", false, []],
  ["warning", false, ["warning"]],
  ["error", false, ["error"]],
  ["off", true, []],
  ["warning", true, ["error"]],
  ["nonsense", false, ["error"]],
])(
  "a rule of %s, with strict %s, leaves %j of an error that may be lowered",
  (rule, strict, want) => {
    const said = [found("RC207", "a.ts:1", { severity: "error" })];
    const shown = settle(said, { strict, rules: { RC207: rule } });
    expect(shown.map(({ severity }) => severity)).toEqual(want);
  },
);

test("no rule lowers an error after which nothing right could be written", () => {
  const said = [found("RC201", "a.ts:1", { severity: "error" })];
  expect(settle(said, { strict: false, rules: { RC201: "off" } })).toEqual(said);
});

test("strict makes errors of warnings, which then block their definitions", () => {
  const warning = found("A", "a.ts:1", { definitions: ["Cart"] });
  expect(blockedDefinitions(settle([warning], { strict: false, rules: {} }))).toEqual(new Set());
  expect(blockedDefinitions(settle([warning], { strict: true, rules: {} }))).toEqual(
    new Set(["Cart"]),
  );
});
