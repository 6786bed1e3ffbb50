import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  bin,
  filesIn,
  greeter,
  makeFolder,
  makeProject,
  modules,
  read,
  snapshot,
  tsconfig,
  write,
  run,
} from "./cli/project.js";
import { runHere } from "./cli/run-here.js";

const counter = `import * as restate from "@restatedev/restate-sdk";
export const counter = restate.object({ name: "Counter", handlers: { get: async () => 1 } });
`;

describe("restate-codegen", () => {
  test("writes the clients, and shows how to use them", () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    const { code, stdout, stderr } = run(project);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(filesIn(project, "src/clients")).toEqual(["contract.json", "greeter.ts", "index.ts"]);
    expect(stdout).toContain("created  src/clients/greeter.ts");
    expect(stdout).toContain('import { greeterClient } from "./src/clients/index.js";');
  });

  test("writes nothing, and says so, when nothing changed", async () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    await runHere(project);
    expect(await runHere(project)).toEqual({
      code: 0,
      stdout: "1 client in src/clients is up to date.\n",
      stderr: "",
    });
  });

  test("writes to clients/ where there is no src folder", async () => {
    const project = makeProject({
      "greeter.ts": greeter(),
      "tsconfig.json": tsconfig.replace('"src"', '"*.ts"'),
    });
    expect((await runHere(project)).code).toBe(0);
    expect(filesIn(project, "clients")).toContain("greeter.ts");
  });

  test("--version prints that of the package, --help the flags with their defaults", () => {
    const { version } = JSON.parse(readFileSync(join(dirname(bin), "../package.json"), "utf8")) as {
      version: string;
    };
    expect(run(makeFolder({}), "--version").stdout).toBe(`${version}\n`);
    const { code, stdout } = run(makeFolder({}), "--help");
    expect(code).toBe(0);
    for (const flag of ["--project", "--out", "--strict", "--dry-run", "--json"]) {
      expect(stdout).toContain(flag);
    }
  });

  test("--dry-run shows what it would write, and writes nothing", async () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    const { code, stdout } = await runHere(project, ["--dry-run"]);
    expect(code).toBe(0);
    expect(stdout).toContain("created  src/clients/greeter.ts");
    expect(existsSync(join(project, "src/clients"))).toBe(false);
  });

  test("--json prints the files and the diagnostics, and nothing else", async () => {
    const project = makeProject({ "src/greeter.ts": greeter("any") });
    const { code, stdout, stderr } = await runHere(project, ["--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const written = {
      folder: join(project, "src/clients"),
      files: [
        { path: "greeter.ts", change: "created" },
        { path: "index.ts", change: "created" },
        { path: "contract.json", change: "created" },
      ],
      diagnostics: [{ code: "RC206", severity: "warning", range: { file: "src/greeter.ts" } }],
    };
    expect(JSON.parse(stdout)).toMatchObject({ targets: [written], diagnostics: [] });
  });

  test("--quiet says nothing but errors", async () => {
    const project = makeProject({ "src/greeter.ts": greeter("any") });
    expect(await runHere(project, ["--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
    write(project, "src/greeter.ts", greeter("{ a: any; b: bigint }"));
    const { code, stdout, stderr } = await runHere(project, ["-q"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.match(/RC\d+/g)).toEqual(["RC207"]);
  });

  test("--strict makes a warning an error", async () => {
    const project = makeProject({ "src/greeter.ts": greeter("any") });
    const { code, stderr } = await runHere(project, ["--strict"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^src\/greeter\.ts:4:75 - error RC206: /);
    expect(existsSync(join(project, "src/clients"))).toBe(false);
  });

  test("follows the tsconfig of the output folder in how it imports", async () => {
    const project = makeProject({
      "src/greeter.ts": greeter(),
      "web/tsconfig.json": JSON.stringify({
        compilerOptions: { module: "esnext", moduleResolution: "bundler" },
      }),
      "deno/tsconfig.json": JSON.stringify({
        compilerOptions: { module: "nodenext", allowImportingTsExtensions: true, noEmit: true },
      }),
    });
    await runHere(project, ["--out", "web/clients"]);
    await runHere(project, ["--out", "deno/clients"]);
    await runHere(project);
    expect(read(project, "web/clients/index.ts")).toContain('from "./greeter";');
    expect(read(project, "deno/clients/index.ts")).toContain('from "./greeter.ts";');
    expect(read(project, "src/clients/index.ts")).toContain('from "./greeter.js";');
  });

  test("formats by the user's own prettier configuration", async () => {
    const project = makeProject({
      "src/greeter.ts": greeter(),
      ".prettierrc": "semi: false\nsingleQuote: true\n",
    });
    await runHere(project);
    expect(read(project, "src/clients/index.ts")).toContain("from './greeter.js'\n");
  });

  test("reads what a tsconfig leaves unset as the project's own TypeScript does", async () => {
    const unset = JSON.stringify({
      compilerOptions: { module: "nodenext", lib: ["es2022"] },
      include: ["src"],
    });
    const five = makeProject({ "src/greeter.ts": greeter(), "tsconfig.json": unset }, "5.9.3");
    const six = makeProject({ "src/greeter.ts": greeter(), "tsconfig.json": unset }, "6.0.3");
    expect((await runHere(five)).stderr).toContain("warning RC105");
    expect((await runHere(six)).stderr).toBe("");
  });
});

describe("severities", () => {
  test("--rule sets them, as often as it is given", async () => {
    const project = makeProject({ "src/greeter.ts": greeter("{ a: any; b: bigint }") });
    expect((await runHere(project)).code).toBe(1);
    const { code, stderr } = await runHere(project, [
      "--rule",
      "RC206=off",
      "--rule=RC207=warning",
    ]);
    expect(stderr).toMatch(/^src\/greeter\.ts:4:88 - warning RC207: /);
    expect(stderr).not.toContain("RC206");
    expect(code).toBe(0);
  });

  test("a rule that makes an error of a warning keeps the module that was there", async () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/counter.ts": counter });
    await runHere(project);
    const before = read(project, "src/clients/greeter.ts");
    write(project, "src/greeter.ts", greeter("any"));
    write(project, "src/counter.ts", counter.replace("get:", "count:"));
    expect((await runHere(project, ["--rule", "RC206=error"])).code).toBe(1);
    expect(read(project, "src/clients/greeter.ts")).toBe(before);
    expect(read(project, "src/clients/counter.ts")).toContain("count");
  });

  test("what a comment excuses is neither printed nor counted, but listed in --json", async () => {
    const excused = greeter("any").replace(
      "  handlers",
      "  // restate-codegen-allow RC206: callers know\n  handlers",
    );
    const project = makeProject({ "src/greeter.ts": excused });
    const { code, stdout, stderr } = await runHere(project, ["--strict"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).not.toContain("Found");
    const listed = [{ code: "RC206", reason: "callers know", range: { line: 5 } }];
    expect(JSON.parse((await runHere(project, ["--json"])).stdout)).toMatchObject({
      targets: [{ diagnostics: [], excused: listed }],
    });
  });
});

describe("--include and --exclude", () => {
  test("choose by name and by file, and a client that is no longer wanted goes", async () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/counter.ts": counter });
    await runHere(project);
    const { code, stdout } = await runHere(project, ["--exclude", "src/counter.ts"]);
    expect(code).toBe(0);
    expect(stdout).toContain("deleted  src/clients/counter.ts");
    await runHere(project, ["--include", "Cou*", "--include", "nothing-else"]);
    expect(filesIn(project, "src/clients")).toContain("counter.ts");
  });

  test("delete nothing for a pattern that matches nothing", async () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/counter.ts": counter });
    await runHere(project);
    const { code, stderr } = await runHere(project, ["--include", "Greter"]);
    expect(code).toBe(1);
    expect(stderr).toContain('Did you mean "Greeter"?');
    expect(filesIn(project, "src/clients")).toContain("counter.ts");
  });
});

test("a service that imports its own client can begin with nothing", async () => {
  const own = `import { greeterClient } from "./clients/index.js";
import { connect } from "@restate-codegen/runtime";
${greeter()}
export const again = () => greeterClient(connect({ url: "http://localhost:8080" })).greet("again");
`;
  const project = makeProject({ "src/greeter.ts": own });
  const first = await runHere(project);
  expect(first.code).toBe(0);
  expect(first.stderr).toContain("src/greeter.ts:1:31 - warning RC223");
  const before = snapshot(project, "src/clients");
  expect((await runHere(project)).stdout).toContain("1 client in src/clients is up to date.");
  expect(snapshot(project, "src/clients")).toEqual(before);
});

describe("explain", () => {
  test("says what a code means, how to mend it, and what can be done instead", async () => {
    const { code, stdout, stderr } = await runHere(makeFolder({}), ["explain", "rc206"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^RC206 any-type \(warning\)\n\n.+\n\nFix: .+/);
    expect(stdout).toContain("--rule RC206=off");
  });

  test("lists all codes", async () => {
    expect((await runHere(makeFolder({}), ["explain"])).stdout).toMatch(
      /^RC101 +error +tsconfig-not-found\nRC102 /,
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

describe("what changed in the project changes in the clients", () => {
  test("and nothing else does", async () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/counter.ts": counter });
    await runHere(project);
    write(project, "src/greeter.ts", greeter("number"));
    const { stdout } = await runHere(project);
    expect(stdout).toContain("updated  src/clients/greeter.ts");
    expect(stdout).toContain("updated  src/clients/contract.json");
    expect(stdout).not.toContain("src/clients/counter.ts");
    expect(stdout).not.toContain("src/clients/index.ts");
  });

  test("a client goes with its definition, while files of others stay", async () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/counter.ts": counter });
    await runHere(project);
    rmSync(join(project, "src/counter.ts"));
    write(project, "src/clients/notes.md", "mine");
    const { stdout, stderr } = await runHere(project);
    expect(stdout).toContain("deleted  src/clients/counter.ts");
    expect(stderr).toContain("warning RC402");
    expect(filesIn(project, "src/clients")).toEqual([
      "contract.json",
      "greeter.ts",
      "index.ts",
      "notes.md",
    ]);
  });

  test("but a definition with an error keeps its module, its export and its contract", async () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/counter.ts": counter });
    await runHere(project);
    const before = snapshot(project, "src/clients");
    write(project, "src/greeter.ts", greeter("bigint"));
    const { code, stderr } = await runHere(project);
    expect(code).toBe(1);
    expect(stderr).toContain("error RC207");
    expect(snapshot(project, "src/clients")).toEqual(before);
  });

  test("and an error in something without a name deletes nothing", async () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/counter.ts": counter });
    await runHere(project);
    write(project, "src/greeter.ts", greeter().replace('"Greeter"', "String(1)"));
    expect((await runHere(project)).stderr).toContain("error RC201");
    expect(filesIn(project, "src/clients")).toContain("greeter.ts");
  });
});

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
