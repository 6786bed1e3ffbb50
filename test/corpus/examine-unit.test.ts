import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";
import { examineUnit } from "./examine-unit.js";
import { findUnits } from "./find-units.js";
import { printFindings, printTable } from "./print-table.js";

test("the shop is found whole, and the oracle agrees with all of its types", async () => {
  const [unit] = findUnits(fileURLToPath(new URL("../../fixtures/shop", import.meta.url)));
  if (!unit) {
    throw new Error("The shop has no tsconfig.");
  }
  const examination = await examineUnit(unit.tsconfig, unit.files);
  expect(examination.definitions.map(({ fate }) => fate)).toEqual(Array(5).fill("found"));
  expect(examination.answers.length).toBeGreaterThan(20);
  expect(printFindings([{ unit, examination }])).toBe("");
  expect(printTable([{ unit, examination }])).toContain("| **all** | 1 | 0 | 5 |");
});
