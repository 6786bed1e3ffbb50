import { expect, test } from "vitest";

import { applyExcuses } from "./apply-excuses.js";
import type { Diagnostic } from "./diagnostic.js";
import type { Excuse } from "./excuse.js";

const range = (line: number) => ({ file: "a.ts", line, column: 1, length: 1, text: "" });

function found(code: string, line: number): Diagnostic {
  const site = { range: range(line), definitions: [], related: [] };
  return { code, severity: "warning", message: "", fix: "", ...site };
}

function excuse(code: string, line: number, reason = "checked by hand"): Excuse {
  return { code, reason, line, range: range(line - 1) };
}

const codesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

test("an excuse answers what is reported under its code on its line", () => {
  const said = [found("RC206", 5), found("RC206", 6), found("RC209", 5)];
  const { standing, excused } = applyExcuses(said, [excuse("RC206", 5)], []);
  expect(standing).toEqual(said.slice(1));
  expect(excused).toEqual([{ ...said[0], reason: "checked by hand" }]);
});

test("one excuse answers all of its code on a line", () => {
  const { standing, excused } = applyExcuses(
    [found("RC206", 5), found("RC206", 5)],
    [excuse("RC206", 5)],
    [],
  );
  expect({ standing, excused: excused.length }).toEqual({ standing: [], excused: 2 });
});

test("an excuse without a reason counts for nothing, and is reported", () => {
  const { standing } = applyExcuses([found("RC206", 5)], [excuse("RC206", 5, "")], []);
  expect(codesOf(standing)).toEqual(["RC206", "RC130"]);
  expect(standing[1]?.range?.line).toBe(4);
});

test("an excuse that answers nothing is reported, with or without a reason", () => {
  const excuses = [excuse("RC206", 5), excuse("RC206", 7, "")];
  expect(codesOf(applyExcuses([], excuses, []).standing)).toEqual(["RC131", "RC131"]);
});

test("but not where it answers for a definition that was left out", () => {
  const { standing } = applyExcuses([], [excuse("RC206", 5)], [found("RC206", 5)]);
  expect(standing).toEqual([]);
});

test("what cannot be lowered cannot be excused", () => {
  const { standing, excused } = applyExcuses([found("RC201", 5)], [excuse("RC201", 5)], []);
  expect(codesOf(standing)).toEqual(["RC201", "RC131"]);
  expect(excused).toEqual([]);
});
