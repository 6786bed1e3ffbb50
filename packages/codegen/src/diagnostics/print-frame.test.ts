import stringWidth from "string-width";
import { expect, test } from "vitest";

import { printFrame } from "./print-frame.js";

const plain = { gutter: (text: string) => text, marker: (text: string) => text };

/** Prints the frame of a line in which `«…»` marks the range. */
function frame(marked: string, width = 40): readonly string[] {
  const text = marked.replace("«", "").replace("»", "");
  const start = marked.indexOf("«");
  const length = marked.indexOf("»") - start - 1;
  return printFrame({ file: "a.ts", line: 7, column: start + 1, length, text }, width, plain);
}

test.each([
  ["a short line", "let a: «any»;", ["7 let a: any;", "         ~~~"]],
  ["a tab", "\tlet a:\t«any»;", ["7 \tlet a:\tany;", "  \t      \t~~~"]],
  [
    "wide characters before the range",
    'f("日本", «any»);',
    ['7 f("日本", any);', "            ~~~"],
  ],
  ["wide characters in the range", "«名前»: any", ["7 名前: any", "  ~~~~"]],
  ["an emoji of several code points", "/* 👩‍👩‍👧 */ «any»", ["7 /* 👩‍👩‍👧 */ any", "           ~~~"]],
  ["nothing marked", "let a«»;", ["7 let a;", "       ~"]],
  [
    "a character that steers the terminal",
    "let a = «'\u001B[2J'»;",
    ["7 let a = '·[2J';", "          ~~~~~~"],
  ],
])("the marker is beneath the range with %s", (_what, marked, expected) => {
  expect(frame(marked)).toEqual(expected);
});

test.each([
  ["at its start", `«any»${"b".repeat(10_000)}`, `any${"b".repeat(34)}…`, 0],
  ["at its end", `${"a".repeat(10_000)}«any»`, `…${"a".repeat(34)}any`, 35],
  [
    "amid",
    `${"a".repeat(5_000)}«any»${"b".repeat(5_000)}`,
    `…${"a".repeat(16)}any${"b".repeat(17)}…`,
    17,
  ],
])("a long line is cut around a range %s", (_where, marked, shown, indent) => {
  expect(frame(marked)).toEqual([`7 ${shown}`, `  ${" ".repeat(indent)}~~~`]);
});

test("a range that is longer than the line may be is cut as well", () => {
  expect(frame(`a: «${"x".repeat(10_000)}»;`)).toEqual([
    `7 …${"x".repeat(35)}…;`,
    `   ${"~".repeat(36)}`,
  ]);
});

test("a cut never leaves more than fits, whatever the line is made of", () => {
  for (const filler of ["a", "\t", "日", "👩‍👩‍👧", "é"]) {
    const [line = ""] = frame(`${filler.repeat(200)}«any»${filler.repeat(200)}`);
    expect(stringWidth(line)).toBeLessThanOrEqual(40);
    expect(line).toContain("any");
  }
});
