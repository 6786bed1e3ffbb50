import { existsSync, lstatSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  filesIn,
  greeter,
  makeFolder,
  makeProject,
  modules,
  read,
  snapshot,
  tsconfig,
  write,
} from "./cli/project.js";
import { runHere } from "./cli/run-here.js";

describe("the first mistake is explained", () => {
  test.each([
    ["no tsconfig", {}, [], "error RC101: There is no tsconfig.json."],
    ["no such tsconfig", {}, ["-p", "api"], "error RC101: There is no api/tsconfig.json."],
    [
      "a broken tsconfig",
      { "tsconfig.json": '{ "extends": "./nowhere.json", "include": ["src"] }' },
      [],
      "error RC102: tsconfig.json cannot be read: Cannot read file 'nowhere.json'.",
    ],
    [
      "a tsconfig that only refers to others",
      { "tsconfig.json": '{ "files": [], "references": [{ "path": "./api" }] }' },
      [],
      "Name the one that includes the services: `restate-codegen --project api`.",
    ],
    [
      "a tsconfig without sources",
      { "tsconfig.json": '{ "include": ["nowhere"] }' },
      [],
      "error RC103: tsconfig.json includes no source files.",
    ],
    [
      "no definitions",
      { "tsconfig.json": tsconfig, "src/index.ts": "export const a = 1;\n" },
      [],
      "error RC104: No service, virtual object or workflow was found in the 1 file of tsconfig.json.",
    ],
    ["an option that does not exist", {}, ["--outt", "x"], "no option --outt. Did you mean --out?"],
    ["a negated one", {}, ["--no-strct"], "no option --no-strct. Did you mean --strict?"],
    ["an option unlike any other", {}, ["-z"], "There is no option -z.\n"],
    ["a command that does not exist", {}, ["generat"], 'command "generat". Did you mean generate?'],
    ["an option without its value", {}, ["--out"], "Not enough arguments following: out"],
    ["a code that does not exist", {}, ["explain", "RC2006"], "RC2006. Did you mean RC206?"],
    [
      "a rule for such a code",
      { "tsconfig.json": tsconfig },
      ["--rule", "RC2006=off"],
      "error RC120: There is no diagnostic",
    ],
  ])("%s", async (_name, files, flags, expected) => {
    const project = makeFolder(files);
    const { code, stdout, stderr } = await runHere(project, flags);
    expect(stderr).toContain(expected);
    expect(code).toBe(1);
    expect(stdout).not.toContain("created");
  });

  test("a runtime that is not installed", async () => {
    const project = makeFolder({
      "tsconfig.json": tsconfig,
      "src/greeter.ts": greeter(),
    });
    mkdirSync(join(project, "node_modules"));
    symlinkSync(join(modules, "@restatedev"), join(project, "node_modules/@restatedev"));
    const { code, stderr } = await runHere(project);
    expect(stderr).toContain("warning RC403");
    expect(stderr).toContain("npm install @restate-codegen/runtime");
    expect(code).toBe(0);
  });

  test("a file of somebody else's in the way, which stays as it is", async () => {
    const project = makeProject({
      "src/greeter.ts": greeter(),
      "src/clients/index.ts": "export {};\n",
    });
    const { code, stderr } = await runHere(project);
    expect(code).toBe(1);
    expect(stderr).toContain("error RC401: src/clients/index.ts was not written by");
    expect(read(project, "src/clients/index.ts")).toBe("export {};\n");
    expect(filesIn(project, "src/clients")).toContain("greeter.ts");
  });

  test("a prettier configuration that does not work", async () => {
    const project = makeProject({
      "src/greeter.ts": greeter(),
      ".prettierrc": '{ "plugins": ["not-installed"] }',
    });
    const { code, stderr } = await runHere(project);
    expect(code).toBe(1);
    expect(stderr).toContain(
      "error RC404: src/clients/greeter.ts, src/clients/index.ts, src/clients/contract.json could not be formatted",
    );
  });

  test("a prettier configuration that no longer works, which costs no client", async () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    await runHere(project);
    const before = snapshot(project, "src/clients");
    write(project, ".prettierrc", '{ "plugins": ["not-installed"] }');
    expect((await runHere(project)).code).toBe(1);
    expect(snapshot(project, "src/clients")).toEqual(before);
  });

  test("a link in the way, which stays a link", async () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "mine.ts": "export {};\n" });
    mkdirSync(join(project, "src/clients"));
    symlinkSync(join(project, "mine.ts"), join(project, "src/clients/greeter.ts"));
    const { code, stderr } = await runHere(project);
    expect(code).toBe(1);
    expect(stderr).toContain("error RC401: src/clients/greeter.ts was not written by");
    expect(lstatSync(join(project, "src/clients/greeter.ts")).isSymbolicLink()).toBe(true);
    expect(read(project, "mine.ts")).toBe("export {};\n");
  });

  test("a folder that cannot be made", async () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/clients": "a file" });
    const { code, stderr } = await runHere(project);
    expect(code).toBe(1);
    expect(stderr).toContain(
      "error RC405: src/clients could not be written: EEXIST: file already exists\n",
    );
  });
});

test("a usage error writes nothing", async () => {
  const project = makeProject({ "src/greeter.ts": greeter() });
  expect((await runHere(project, ["--dry-runn"])).code).toBe(1);
  expect(existsSync(join(project, "src/clients"))).toBe(false);
});

test.each([
  [["-c", "a.json", "-c", "b.json"], "config"],
  [["init", "-p", "api", "--project", "web"], "project"],
  [["check", "--out", "a", "--out", "b"], "out"],
])("what takes one value is a usage error if it is given twice: %j", async (flags, name) => {
  const { code, stderr } = await runHere(makeFolder({}), flags);
  expect(code).toBe(1);
  expect(stderr).toContain(`--${name} is given more than once, and takes one value.\n`);
});
