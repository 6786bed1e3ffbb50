import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { describe, expect, onTestFinished, test } from "vitest";

import { realDisk } from "../disk/real-disk.js";
import { importExtension } from "./import-extension.js";

const automatic = (out: string) =>
  importExtension({ out, emit: "ts", importExtension: "auto" }, realDisk);

test.each([
  ["ts", "js", ".js"],
  ["ts", "ts", ".ts"],
  ["ts", "none", ""],
  ["js", "auto", ".js"],
] as const)("%s with %s is %j", (emit, wanted, expected) => {
  const out = folderOf({ "tsconfig.json": bundler });
  expect(importExtension({ out, emit, importExtension: wanted }, realDisk)).toBe(expected);
});

describe("by compiler options", () => {
  const cases: readonly (readonly [string, object, string])[] = [
    ["module nodenext", { module: "nodenext" }, ".js"],
    ["module node16", { module: "node16" }, ".js"],
    ["module node20", { module: "node20" }, ".js"],
    ["moduleResolution nodenext alone", { moduleResolution: "nodenext" }, ".js"],
    ["bundler", { module: "esnext", moduleResolution: "bundler" }, ""],
    ["node10", { module: "commonjs", moduleResolution: "node10" }, ""],
    ["node10, called node", { module: "commonjs", moduleResolution: "node" }, ""],
    ["module commonjs", { module: "commonjs" }, ""],
    ["module preserve", { module: "preserve" }, ""],
    ["nothing", {}, ""],
    [
      "allowImportingTsExtensions",
      {
        module: "esnext",
        moduleResolution: "bundler",
        noEmit: true,
        allowImportingTsExtensions: true,
      },
      ".ts",
    ],
    [
      "rewriteRelativeImportExtensions",
      { module: "nodenext", rewriteRelativeImportExtensions: true },
      ".ts",
    ],
    [
      "one of these, and the other switched off",
      {
        module: "nodenext",
        allowImportingTsExtensions: false,
        rewriteRelativeImportExtensions: true,
      },
      ".ts",
    ],
    [
      "both switched off",
      {
        module: "nodenext",
        allowImportingTsExtensions: false,
        rewriteRelativeImportExtensions: false,
      },
      ".js",
    ],
  ];

  test.each(cases)("%s", (_name, compilerOptions, expected) => {
    const root = folderOf({ ...esm, "tsconfig.json": { compilerOptions } });
    expect(automatic(join(root, "src/clients"))).toBe(expected);
  });
});

describe("by Node's own rules, in a package", () => {
  const cases: readonly (readonly [string, Readonly<Record<string, object>>, string])[] = [
    ["of ES modules", esm, ".js"],
    ["of CommonJS", { "package.json": { type: "commonjs" } }, ""],
    ["that does not say", { "package.json": {} }, ""],
    ["that is nowhere", {}, ""],
    ["within another one", { ...esm, "src/package.json": {} }, ""],
  ];

  test.each(cases)("%s", (_name, files, expected) => {
    const root = folderOf({ ...files, "tsconfig.json": node });
    expect(automatic(join(root, "src/clients"))).toBe(expected);
  });
});

describe("in a project of Deno's", () => {
  const cases: readonly (readonly [string, Readonly<Record<string, object>>, string])[] = [
    ["beside the tsconfig", { "tsconfig.json": node, "deno.json": {} }, ".ts"],
    ["of the other name", { "tsconfig.json": bundler, "deno.jsonc": {} }, ".ts"],
    ["above the tsconfig", { "src/tsconfig.json": node, "deno.json": {} }, ".ts"],
    ["nearer than the tsconfig", { "tsconfig.json": node, "src/deno.json": {} }, ".ts"],
    ["without a tsconfig", { "deno.json": {} }, ".ts"],
    ["beside a package.json", { ...esm, "tsconfig.json": node, "deno.json": {} }, ".ts"],
    ["around another package", { "tsconfig.json": node, "deno.json": {}, ...inside }, ".js"],
    ["beside the folder", { "tsconfig.json": bundler, "functions/deno.json": {} }, ""],
  ];

  test.each(cases)("by a deno.json %s", (_name, files, expected) => {
    expect(automatic(join(folderOf(files), "src/clients"))).toBe(expected);
  });

  test("as the user says all the same", () => {
    const out = folderOf({ "deno.json": {} });
    expect(importExtension({ out, emit: "ts", importExtension: "none" }, realDisk)).toBe("");
    expect(importExtension({ out, emit: "js", importExtension: "auto" }, realDisk)).toBe(".js");
  });
});

const esm = { "package.json": { type: "module" } };
const inside = { "src/package.json": { type: "module" } };
const node = { compilerOptions: { module: "nodenext" } };
const bundler = { compilerOptions: { module: "esnext", moduleResolution: "bundler" } };
const vite = {
  compilerOptions: { ...bundler.compilerOptions, allowImportingTsExtensions: true, noEmit: true },
};

const packaged = {
  "node_modules/@tsconfig/node/package.json": { name: "@tsconfig/node", version: "1.0.0" },
  "node_modules/@tsconfig/node/tsconfig.json": node,
};

describe("by the tsconfig that is about the folder", () => {
  const cases: readonly (readonly [string, Readonly<Record<string, object>>, string])[] = [
    ["none", {}, ".js"],
    ["the nearest", { "tsconfig.json": node, "src/tsconfig.json": bundler }, ""],
    [
      "one that extends others",
      {
        "tsconfig.json": { extends: ["./base.json", "./strict.json"] },
        "base.json": { extends: "./root.json" },
        "root.json": node,
        "strict.json": { compilerOptions: { strict: true } },
      },
      ".js",
    ],
    [
      "one that extends a package's",
      { "tsconfig.json": { extends: "@tsconfig/node/tsconfig.json" }, ...packaged },
      ".js",
    ],
    [
      "one that extends what is not there",
      { "tsconfig.json": { extends: "./no.json", ...node } },
      ".js",
    ],
    [
      "one that does not include the folder, since it compiles what its files import",
      { "tsconfig.json": { ...node, include: ["server"] } },
      ".js",
    ],
    ["one that names its files", { "tsconfig.json": { ...node, files: ["src/main.ts"] } }, ".js"],
    [
      "the one that a solution refers to for the folder",
      {
        "tsconfig.json": solution("./tsconfig.node.json", "./tsconfig.app.json"),
        "tsconfig.app.json": { ...vite, include: ["src"] },
        "tsconfig.node.json": { ...node, include: ["vite.config.ts"] },
      },
      ".ts",
    ],
    [
      "the one whose patterns mean the folder, of two that are about its parent",
      {
        "tsconfig.json": solution("./tsconfig.test.json", "./tsconfig.app.json"),
        "tsconfig.app.json": {
          ...bundler,
          include: ["src/**/*.ts"],
          exclude: ["src/**/*.test.ts"],
        },
        "tsconfig.test.json": { ...node, include: ["src/**/*.test.ts", "src/**/*.d.ts"] },
      },
      "",
    ],
    [
      "a referenced folder's",
      {
        "tsconfig.json": solution("./server", "./src"),
        "server/tsconfig.json": bundler,
        "src/options.json": node,
        "src/tsconfig.json": { extends: "./options.json" },
      },
      ".js",
    ],
    [
      "one that a reference refers to",
      {
        "tsconfig.json": solution("./tsconfig.all.json"),
        "tsconfig.all.json": solution("./tsconfig.json", "./tsconfig.app.json"),
        "tsconfig.app.json": node,
      },
      ".js",
    ],
    [
      "the first reference with files, if none includes the folder",
      {
        "tsconfig.json": solution("./nowhere", "./tsconfig.app.json", "./tsconfig.node.json"),
        "tsconfig.app.json": { ...vite, include: ["app"] },
        "tsconfig.node.json": { ...node, include: ["vite.config.ts"] },
      },
      ".ts",
    ],
    [
      "its own options, where it includes the folder and refers to others",
      {
        "tsconfig.json": { ...node, references: [{ path: "./tsconfig.app.json" }] },
        "tsconfig.app.json": bundler,
      },
      ".js",
    ],
  ];

  test.each(cases)("%s", (_name, files, expected) => {
    const root = folderOf({ ...esm, ...files });
    expect(automatic(join(root, "src/clients"))).toBe(expected);
  });
});

function solution(...references: readonly string[]): object {
  return { files: [], references: references.map((path) => ({ path })) };
}

/** A folder with these files of JSON, which goes when the test is over. The clients need not be there yet. */
function folderOf(files: Readonly<Record<string, object>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "restate-codegen-extension-")));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), JSON.stringify(content));
  }
  return root;
}
