import stringWidth from "string-width";
import { expect, test } from "vitest";

import { printTable, type Table } from "./print-table.js";

const table: Table = {
  columns: [
    { title: "handler" },
    { title: "kind" },
    { title: "takes", breakable: true },
    { title: "defined at" },
  ],
  rows: [
    ["add", "", "string", "src/a.ts:1:1"],
    ["addAll", "", "{ sku: string; quantity: number }[]", "src/a.ts:12:10"],
  ],
};

test("columns stand side by side where they fit, without those that say nothing", () => {
  expect(printTable(table, Infinity)).toBe(
    [
      "handler  takes                                defined at",
      "add      string                               src/a.ts:1:1",
      "addAll   { sku: string; quantity: number }[]  src/a.ts:12:10",
    ].join("\n"),
  );
});

test("what is too long is broken between words, while links stay whole", () => {
  expect(printTable(table, 46)).toBe(
    [
      "handler  takes                  defined at",
      "add      string                 src/a.ts:1:1",
      "addAll   { sku: string;         src/a.ts:12:10",
      "         quantity: number }[]",
    ].join("\n"),
  );
});

test("where that would leave crumbs, rows become lists", () => {
  expect(printTable(table, 36)).toBe(
    [
      "handler add",
      "  takes       string",
      "  defined at  src/a.ts:1:1",
      "",
      "handler addAll",
      "  takes       { sku: string;",
      "              quantity: number }[]",
      "  defined at  src/a.ts:12:10",
    ].join("\n"),
  );
});

test("what has to stay whole does so, even where it is too long", () => {
  const narrow = printTable(table, 10);
  expect(narrow).toContain("  defined at  src/a.ts:12:10");
});

test("nothing is wider than the terminal, whatever it is made of", () => {
  for (const filler of ["a", "a ", "日", "👩‍👩‍👧 ", "é "]) {
    const rows = [["add", "", filler.repeat(100), "src/a.ts:1:1"]];
    for (const width of [40, 80, 200]) {
      for (const line of printTable({ ...table, rows }, width).split("\n")) {
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }
    }
  }
});
