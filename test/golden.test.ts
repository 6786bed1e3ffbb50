import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { generate } from "restate-codegen";
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

  test("and the tests of the command line show every diagnostic there is", () => {
    const catalogue = read("packages/codegen/src/diagnostics/messages.ts");
    const shown = [
      read("test/cli.test.ts"),
      ...cases.map((one) => expectedOutcome(one)["expected.txt"] ?? ""),
    ].join("\n");
    const codes = [...catalogue.matchAll(/"(RC\d{3})"/g)].map(([, code]) => code ?? "");
    expect(codes.length).toBeGreaterThan(20);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !shown.includes(code))).toEqual([]);
  });
});

describe("the committed clients are what the generator gives for", () => {
  test.each(["shop", "probe"])("fixtures/%s", async (project) => {
    const cwd = fileURLToPath(new URL(`../fixtures/${project}/`, import.meta.url));
    const { changes, diagnostics } = await generate({ cwd });
    expect(diagnostics).toEqual([]);
    expect(changes.filter(({ change }) => change !== "unchanged")).toEqual([]);
    expect(changes.length).toBeGreaterThan(5);
  });
});

function read(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), "utf8");
}
