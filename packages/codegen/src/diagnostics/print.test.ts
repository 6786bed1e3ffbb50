import { expect, test } from "vitest";

import type { Diagnostic } from "./diagnostic.js";
import { printDiagnostics } from "./print.js";

const range = { file: "src/a.ts", line: 7, column: 2, length: 3, text: "\tlet a = any;" };

const diagnostic: Diagnostic = {
  code: "RC999",
  severity: "error",
  message: "Wrong.",
  fix: "Right it.",
  range,
  definitions: [],
  related: [{ message: "Here too.", range: { ...range, line: 12, column: 6, length: 1 } }],
};

test("a diagnostic shows where, what, the code, the fix, and the other parties", () => {
  expect(printDiagnostics([diagnostic], { color: false })).toBe(
    [
      "src/a.ts:7:2 - error RC999: Wrong.",
      "",
      "7 \tlet a = any;",
      "  \t~~~",
      "",
      "  Fix: Right it.",
      "",
      "  src/a.ts:12:6 - Here too.",
      "  12 \tlet a = any;",
      "     \t    ~",
      "",
    ].join("\n"),
  );
});

test("a diagnostic without a place shows the rest", () => {
  const { code, severity, message, fix } = diagnostic;
  expect(
    printDiagnostics([{ code, severity, message, fix, definitions: [], related: [] }], {
      color: false,
    }),
  ).toBe("error RC999: Wrong.\n\n  Fix: Right it.\n");
});

test("where one file has many of a kind, all are named and five are shown", () => {
  const many = Array.from({ length: 50 }, (_, index): Diagnostic => {
    return { ...diagnostic, related: [], range: { ...range, line: index + 1 } };
  });
  const other = { ...diagnostic, code: "RC998", range: { ...range, line: 51 } };
  const printed = printDiagnostics([...many, other], { color: false });
  expect(printed.match(/RC999: Wrong/g)).toHaveLength(5);
  expect(printed).toContain(
    "src/a.ts - error RC999: 45 more like these, in lines 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, ….\n",
  );
  expect(printed).toContain("src/a.ts:51:2 - error RC998");
});

test("a place that several definitions share is shown once, with their names", () => {
  const shared = { ...diagnostic, definitions: ["Cart", "Order"] };
  expect(printDiagnostics([shared], { color: false })).toContain(
    "  Fix: Right it.\n  It concerns Cart, Order.\n",
  );
});

test("colours change nothing but colours", () => {
  const colored = printDiagnostics([diagnostic], { color: true });
  expect(colored).toContain("\u001B[91merror\u001B[0m");
  // eslint-disable-next-line no-control-regex
  expect(colored.replaceAll(/\u001B\[\d+m/g, "")).toBe(
    printDiagnostics([diagnostic], { color: false }),
  );
});
