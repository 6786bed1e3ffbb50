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
  expect(codes(settle(all, { strict: false }))).toEqual(["D", "C", "B", "A"]);
});

test("one place is reported once for a definition, as it was found first", () => {
  const first = found("A", "a.ts:1", { message: "of the input", definition: "Cart" });
  const second = found("A", "a.ts:1", { message: "of the result", definition: "Cart" });
  const other = found("A", "a.ts:1", { definition: "Order" });
  expect(settle([first, second, other], { strict: false })).toEqual([first, other]);
});

test("strict makes errors of warnings, which then block their definitions", () => {
  const warning = found("A", "a.ts:1", { definition: "Cart" });
  expect(blockedDefinitions(settle([warning], { strict: false }))).toEqual(new Set());
  expect(blockedDefinitions(settle([warning], { strict: true }))).toEqual(new Set(["Cart"]));
});
