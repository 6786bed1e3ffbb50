import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate, type TargetOptions } from "restate-codegen";
import { expect, onTestFinished, test } from "vitest";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

/** Unions, names and recursion are where an order could leak in; the shop has several files. */
const projects = [
  "types/unions-in-declared-order",
  "types/same-name-twice",
  "pitfalls/p03-order-of-unions",
  "pitfalls/p08-deep-partial",
  "schemas/zod",
  "options/shared-types",
  "shop",
];

test.each(projects)("%s gives the same bytes twice", async (project) => {
  const first = await bytesOf(join(fixtures, project));
  expect(await bytesOf(join(fixtures, project))).toEqual(first);
  expect(Object.keys(first).length).toBeGreaterThan(2);
});

test.each(projects)("%s gives the same bytes in another folder", async (project) => {
  const copy = copyOf(project);
  expect(await bytesOf(copy)).toEqual(await bytesOf(join(fixtures, project)));
});

test.each(projects)("%s gives the same bytes whatever is checked first", async (project) => {
  const copy = copyOf(project);
  // Sorts before every other file, and makes the checker meet the same literals in another order.
  writeFileSync(
    join(copy, project === "shop" ? "src" : "", "aaa.ts"),
    `import * as restate from "@restatedev/restate-sdk";
type Other = "y" | "c" | "ship" | "z" | "post" | "a" | "bike" | "b" | null | { kind: "circle"; radius: number };
export const unused = (value: Other) => restate.serde.json.serialize(value);
`,
  );
  expect(await bytesOf(copy)).toEqual(await bytesOf(join(fixtures, project)));
});

test("files listed in another order give the same bytes", async () => {
  const copy = copyOf("types/same-name-twice");
  const run = (files: readonly string[]) => {
    writeFileSync(
      join(copy, "tsconfig.json"),
      JSON.stringify({ extends: "../../tsconfig.json", files, include: [] }),
    );
    return bytesOf(copy);
  };
  expect(await run(["src/orders.ts", "input.ts"])).toEqual(
    await run(["input.ts", "src/orders.ts"]),
  );
});

/** Everything that a project gives, by file name, as if nothing had been written before. */
async function bytesOf(project: string): Promise<Readonly<Record<string, string>>> {
  const out = mkdtempSync(join(fixtures, ".determinism-"));
  try {
    const { changes } = await generate({ ...optionsIn(project), cwd: project, out, cache: false });
    return Object.fromEntries(changes.map(({ path, text }) => [path, text ?? ""]));
  } finally {
    rmSync(out, { recursive: true });
  }
}

function optionsIn(project: string): TargetOptions {
  const path = join(project, "options.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as TargetOptions) : {};
}

/** A copy in a folder with blanks and umlauts, deeper than the original. */
function copyOf(project: string): string {
  const root = mkdtempSync(join(tmpdir(), "restate-codegen-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const home = join(root, "späte Läufe", "fixtures");
  mkdirSync(join(home, "group"), { recursive: true });
  const source = join(fixtures, project);
  const copy = join(home, "group", basename(project));
  cpSync(source, copy, {
    recursive: true,
    filter: (path) =>
      !/node_modules|\/dist(?:\/|$)|\/expected(?:\/|$)/.test(path.slice(source.length)),
  });
  cpSync(join(fixtures, "tsconfig.json"), join(home, "tsconfig.json"));
  symlinkSync(
    join(fixtures, project === "shop" ? "shop/node_modules" : "node_modules"),
    join(home, "node_modules"),
  );
  return copy;
}
