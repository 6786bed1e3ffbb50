import { cpSync, renameSync, rmSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import type { GenerateOptions } from "restate-codegen";
import { expect } from "vitest";
import { read, write } from "../cli/project.js";
import { remove, type prettierFiles } from "./cached-project.js";

/** One thing that happens to a project between two runs. */
export type Change = readonly [
  what: string,
  happen: (project: string) => void,
  options?: GenerateOptions,
];

/** Replaces a part of a file. */
export const edit = (path: string, from: string | RegExp, to: string) => (project: string) => {
  const before = read(project, path);
  const after = before.replace(from, to);
  expect(after, "the edit changes something").not.toBe(before);
  write(project, path, after);
};
const put = (path: string, text: string) => (project: string) => write(project, path, text);
const drop = (path: string) => (project: string) => remove(project, path);

const sources: readonly Change[] = [
  ["a handler's type", edit("src/counter.ts", "by: number", "by: string")],
  ["a comment in a source", edit("src/counter.ts", "export", "/** Counts. */\nexport")],
  ["a source's line ends", edit("src/late.d.ts", /\n/g, "\r\n")],
  ["a new file in an included folder", put("src/deep/new.ts", "export const one = 1;\n")],
  ["a new file where an import leads first", put("src/late.ts", "export type Late = number;\n")],
  ["a deleted file", drop("src/counter.ts")],
  [
    "a renamed file",
    (project) => renameSync(join(project, "src/counter.ts"), join(project, "src/count.ts")),
  ],
  ["a type behind a path alias", edit("lib/shape.ts", "number", "string")],
  [
    "a folder where a file was",
    (project) => {
      rmSync(join(project, "lib/shape.ts"));
      write(project, "lib/shape.ts/index.ts", "export type Shape = 1;\n");
    },
  ],
  [
    "an edit with the old size and the old time",
    (project) => {
      const path = join(project, "src/app.ts");
      const { atime, mtime } = statSync(path);
      edit("src/app.ts", "const client", "const klient")(project);
      utimesSync(path, atime, mtime);
    },
  ],
];

const packages: readonly Change[] = [
  ["the types of an installed package", edit("node_modules/money/index.d.ts", "number", "string")],
  [
    "the exports of an installed package",
    edit("node_modules/money/package.json", "./index.js", "./other.js"),
  ],
  ["the types of a linked package", edit("packages/parcels/index.d.ts", "number", "string")],
  [
    "another package behind a link",
    (project) => {
      rmSync(join(project, "node_modules/parcels"));
      symlinkSync(join(project, "packages/others"), join(project, "node_modules/parcels"));
    },
  ],
  [
    "a package installed nearer to the sources",
    (project) => {
      cpSync(join(project, "node_modules/money"), join(project, "src/node_modules/money"), {
        recursive: true,
      });
    },
  ],
  ["an uninstalled package", drop("node_modules/money")],
  ["another TypeScript", edit("node_modules/typescript/package.json", "6.0.2", "5.9.3")],
  ["the lockfile", edit("package-lock.json", "3", "2")],
  ["another package manager's lockfile", put("yarn.lock", "\n")],
  ["the type of the package", edit("package.json", "module", "commonjs")],
  ["a package.json nearer to the sources", put("src/package.json", '{ "type": "commonjs" }')],
  ["an uninstalled runtime", drop("node_modules/@restate-codegen/runtime")],
];

const settings: readonly Change[] = [
  [
    "the tsconfig",
    edit("tsconfig.json", '"types":[]', '"types":[],"exactOptionalPropertyTypes":true'),
  ],
  ["what the tsconfig includes", edit("tsconfig.json", '"src"', '"src","scripts"')],
  ["an alias", edit("tsconfig.json", "./lib/*", "./libs/*")],
  [
    "the first of several extended tsconfigs",
    edit("config/first.json", "}", ',"compilerOptions":{"strict":false}}'),
  ],
  ["the last of several extended tsconfigs", edit("config/second.json", "true", "false")],
  ["a tsconfig that an extended one extends", edit("config/root.json", "es2022", "es2023")],
  ["a deleted extended tsconfig", drop("config/root.json")],
  ["the project references", edit("tsconfig.json", "./other", "./another")],
  [
    "a tsconfig nearer to the clients",
    put(
      "src/tsconfig.json",
      '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler" } }',
    ),
  ],
  ["a config of Deno's", put("deno.json", "{}")],
  ["another option", () => undefined, { strict: true }],
  ["a rule", () => undefined, { rules: { RC206: "off" } }],
  ["another folder for the clients", () => undefined, { out: "elsewhere" }],
];

const output: readonly Change[] = [
  ["an edited client", edit("src/clients/greeter.ts", "greet", "gret")],
  ["a deleted client", drop("src/clients/greeter.ts")],
  ["a deleted folder of clients", drop("src/clients")],
  ["a merge conflict in the contract", edit("src/clients/contract.json", "{", "<<<<<<< ours\n{")],
  ["a deleted index", drop("src/clients/index.ts")],
  [
    "a client that is left over",
    (project) => write(project, "src/clients/old.ts", read(project, "src/clients/greeter.ts")),
  ],
  ["a file of somebody else's among the clients", put("src/clients/notes.md", "Mine.\n")],
  ["what a killed run left", put("src/clients/.restate-codegen/owner", "999999")],
];

/** What can change what is generated, or what is said about it. */
export const changes: readonly Change[] = [...sources, ...packages, ...settings, ...output];

/** The same, of how it is formatted. */
export const formats: Readonly<Record<keyof typeof prettierFiles, readonly Change[]>> = {
  data: [
    ["prettier's configuration", edit(".prettierrc", "false", "true")],
    ["a deleted configuration of prettier's", drop(".prettierrc")],
    [
      "a configuration of prettier's nearer to the clients",
      put("src/.prettierrc.toml", "semi = true\n"),
    ],
    [
      "a configuration of prettier's in a package.json",
      put("src/package.json", '{ "prettier": {} }'),
    ],
    ["the ignore file of prettier", edit(".prettierignore", "dist", "src")],
    ["the editorconfig", edit(".editorconfig", "tab", "space")],
    ["a nearer editorconfig", put("src/.editorconfig", "[*]\nindent_size = 8\n")],
    ["where the repository begins", put("src/.git/HEAD", "ref: refs/heads/main\n")],
  ],
  code: [
    ["prettier's configuration", edit("prettier.config.mjs", "...style", "...style, tabWidth: 3")],
    ["what prettier's configuration imports", edit("style.mjs", "true", "false")],
    [
      "a package that prettier's configuration imports",
      edit("node_modules/shared/index.js", "false", "true"),
    ],
    [
      "where that package keeps its code",
      edit("node_modules/shared/package.json", "index", "other"),
    ],
  ],
};

/** What cannot. */
export const harmless: readonly Change[] = [
  ["nothing", () => undefined],
  ["a README", edit("README.md", "sample", "better sample")],
  ["a new README in an included folder", put("src/README.md", "Read me.\n")],
  ["a file outside of what is included", edit("scripts/unrelated.ts", "1", "2")],
  ["a new file outside of what is included", put("scripts/new.ts", "export {};\n")],
  ["a package that nobody imports", put("node_modules/new/index.d.ts", "export {};\n")],
  [
    "a touched source",
    (project) => utimesSync(join(project, "src/greeter.ts"), new Date(), new Date()),
  ],
  [
    "a source written again",
    (project) => write(project, "src/greeter.ts", read(project, "src/greeter.ts")),
  ],
  [
    "Windows line ends in the clients, as Git makes them",
    edit("src/clients/greeter.ts", /\n/g, "\r\n"),
  ],
  ["the sources of another project that it refers to", edit("other/index.ts", "{}", "{ }")],
  ["another program's cache", put("node_modules/.cache/other/file", "1")],
];
