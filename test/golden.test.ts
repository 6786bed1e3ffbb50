import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { catalogue, generate } from "restate-codegen";
import { diagnosticsPage, printDiagnosticsPage } from "./golden/diagnostics-page.js";
import {
  optionsPage,
  optionsSchema,
  printOptionsPage,
  printOptionsSchema,
} from "./golden/options-page.js";
import {
  expectedOutcome,
  fixtureCases,
  rewriteExpectation,
  runCase,
} from "./golden/fixture-case.js";

const cases = fixtureCases();
const updating = process.env["UPDATE_FIXTURES"] === "1";

describe("the generator writes and says what is expected of", () => {
  test.each(cases)("$name", async (one) => {
    const { outcome, failed } = await runCase(one);
    if (updating) {
      rewriteExpectation(one, outcome);
    }
    expect(outcome).toEqual(expectedOutcome(one));
    expect(one.name.endsWith(".invalid"), "a case with an error is named .invalid").toBe(failed);
  });
});

describe("the fixtures", () => {
  test("show what is said about mistakes in at least a third of the cases", () => {
    const saying = cases.filter((one) => "expected.txt" in expectedOutcome(one));
    expect(saying.length * 3).toBeGreaterThanOrEqual(cases.length);
  });

  test.each(catalogue)("show $code, $name, where the catalogue says", ({ code, example }) => {
    const shown = cases.find(({ name }) => name === `errors/${example}`);
    expect(shown && expectedOutcome(shown)["expected.txt"]).toContain(` ${code}: `);
  });
});

describe("the catalogue", () => {
  test("gives each diagnostic a code of its own", () => {
    const codes = catalogue.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)]);
    expect(codes.filter((code) => !/^RC[1-4]\d\d$/.test(code))).toEqual([]);
  });
});

test("the page of all diagnostics is printed from the catalogue and the fixtures", () => {
  const page = printDiagnosticsPage();
  if (updating) {
    writeFileSync(diagnosticsPage, page);
  }
  expect(readFileSync(diagnosticsPage, "utf8")).toBe(page);
});

test.each([
  ["page", optionsPage, printOptionsPage],
  ["schema", optionsSchema, printOptionsSchema],
])("the %s of all options is printed from their declarations", async (_what, path, print) => {
  const printed = await print();
  if (updating) {
    writeFileSync(path, printed);
  }
  expect(readFileSync(path, "utf8")).toBe(printed);
});

describe("the committed clients are what the generator gives for", () => {
  test.each(["shop", "probe"])("fixtures/%s", async (project) => {
    const cwd = fileURLToPath(new URL(`../fixtures/${project}/`, import.meta.url));
    const { changes, diagnostics } = await generate({ cwd, cache: false });
    expect(diagnostics).toEqual([]);
    expect(changes.filter(({ change }) => change !== "unchanged")).toEqual([]);
    expect(changes.length).toBeGreaterThan(5);
  });
});
