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
  run,
  snapshot,
  tsconfig,
  write,
} from "./cli/project.js";

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

  test("writes nothing, and says so, when nothing changed", () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    run(project);
    expect(run(project)).toEqual({
      code: 0,
      stdout: "1 client in src/clients is up to date.\n",
      stderr: "",
    });
  });

  test("writes to clients/ where there is no src folder", () => {
    const project = makeProject({
      "greeter.ts": greeter(),
      "tsconfig.json": tsconfig.replace('"src"', '"*.ts"'),
    });
    expect(run(project).code).toBe(0);
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

  test("--dry-run shows what it would write, and writes nothing", () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    const { code, stdout } = run(project, "--dry-run");
    expect(code).toBe(0);
    expect(stdout).toContain("created  src/clients/greeter.ts");
    expect(existsSync(join(project, "src/clients"))).toBe(false);
  });

  test("--json prints the files and the diagnostics, and nothing else", () => {
    const project = makeProject({ "src/greeter.ts": greeter("any") });
    const { code, stdout, stderr } = run(project, "--json");
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

  test("--quiet says nothing but errors", () => {
    const project = makeProject({ "src/greeter.ts": greeter("any") });
    expect(run(project, "--quiet")).toEqual({ code: 0, stdout: "", stderr: "" });
    write(project, "src/greeter.ts", greeter("{ a: any; b: bigint }"));
    const { code, stdout, stderr } = run(project, "-q");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.match(/RC\d+/g)).toEqual(["RC207"]);
  });

  test("--strict makes a warning an error", () => {
    const project = makeProject({ "src/greeter.ts": greeter("any") });
    const { code, stderr } = run(project, "--strict");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^src\/greeter\.ts:4:75 - error RC206: /);
    expect(existsSync(join(project, "src/clients"))).toBe(false);
  });

  test("follows the tsconfig of the output folder in how it imports", () => {
    const project = makeProject({
      "src/greeter.ts": greeter(),
      "web/tsconfig.json": JSON.stringify({
        compilerOptions: { module: "esnext", moduleResolution: "bundler" },
      }),
      "deno/tsconfig.json": JSON.stringify({
        compilerOptions: { module: "nodenext", allowImportingTsExtensions: true, noEmit: true },
      }),
    });
    run(project, "--out", "web/clients");
    run(project, "--out", "deno/clients");
    run(project);
    expect(read(project, "web/clients/index.ts")).toContain('from "./greeter";');
    expect(read(project, "deno/clients/index.ts")).toContain('from "./greeter.ts";');
    expect(read(project, "src/clients/index.ts")).toContain('from "./greeter.js";');
  });

  test("formats by the user's own prettier configuration", () => {
    const project = makeProject({
      "src/greeter.ts": greeter(),
      ".prettierrc": "semi: false\nsingleQuote: true\n",
    });
    run(project);
    expect(read(project, "src/clients/index.ts")).toContain("from './greeter.js'\n");
  });

  test("reads what a tsconfig leaves unset as the project's own TypeScript does", () => {
    const unset = JSON.stringify({
      compilerOptions: { module: "nodenext", lib: ["es2022"] },
      include: ["src"],
    });
    const five = makeProject({ "src/greeter.ts": greeter(), "tsconfig.json": unset }, "5.9.3");
    const six = makeProject({ "src/greeter.ts": greeter(), "tsconfig.json": unset }, "6.0.3");
    expect(run(five).stderr).toContain("warning RC105");
    expect(run(six).stderr).toBe("");
  });
});

describe("severities", () => {
  test("--rule sets them, as often as it is given", () => {
    const project = makeProject({ "src/greeter.ts": greeter("{ a: any; b: bigint }") });
    expect(run(project).code).toBe(1);
    const { code, stderr } = run(project, "--rule", "RC206=off", "--rule=RC207=warning");
    expect(stderr).toMatch(/^src\/greeter\.ts:4:88 - warning RC207: /);
    expect(stderr).not.toContain("RC206");
    expect(code).toBe(0);
  });

  test("a rule that makes an error of a warning keeps the module that was there", () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/counter.ts": counter });
    run(project);
    const before = read(project, "src/clients/greeter.ts");
    write(project, "src/greeter.ts", greeter("any"));
    write(project, "src/counter.ts", counter.replace("get:", "count:"));
    expect(run(project, "--rule", "RC206=error").code).toBe(1);
    expect(read(project, "src/clients/greeter.ts")).toBe(before);
    expect(read(project, "src/clients/counter.ts")).toContain("count");
  });

  test("what a comment excuses is neither printed nor counted, but listed in --json", () => {
    const excused = greeter("any").replace(
      "  handlers",
      "  // restate-codegen-allow RC206: callers know\n  handlers",
    );
    const project = makeProject({ "src/greeter.ts": excused });
    const { code, stdout, stderr } = run(project, "--strict");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).not.toContain("Found");
    const listed = [{ code: "RC206", reason: "callers know", range: { line: 5 } }];
    expect(JSON.parse(run(project, "--json").stdout)).toMatchObject({
      targets: [{ diagnostics: [], excused: listed }],
    });
  });
});

describe("--include and --exclude", () => {
  test("choose by name and by file, and a client that is no longer wanted goes", () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/counter.ts": counter });
    run(project);
    const { code, stdout } = run(project, "--exclude", "src/counter.ts");
    expect(code).toBe(0);
    expect(stdout).toContain("deleted  src/clients/counter.ts");
    run(project, "--include", "Cou*", "--include", "nothing-else");
    expect(filesIn(project, "src/clients")).toContain("counter.ts");
  });

  test("delete nothing for a pattern that matches nothing", () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/counter.ts": counter });
    run(project);
    const { code, stderr } = run(project, "--include", "Greter");
    expect(code).toBe(1);
    expect(stderr).toContain('Did you mean "Greeter"?');
    expect(filesIn(project, "src/clients")).toContain("counter.ts");
  });
});

test("a service that imports its own client can begin with nothing", () => {
  const own = `import { greeterClient } from "./clients/index.js";
import { connect } from "@restate-codegen/runtime";
${greeter()}
export const again = () => greeterClient(connect({ url: "http://localhost:8080" })).greet("again");
`;
  const project = makeProject({ "src/greeter.ts": own });
  const first = run(project);
  expect(first.code).toBe(0);
  expect(first.stderr).toContain("src/greeter.ts:1:31 - warning RC223");
  const before = snapshot(project, "src/clients");
  expect(run(project).stdout).toContain("1 client in src/clients is up to date.");
  expect(snapshot(project, "src/clients")).toEqual(before);
});

describe("explain", () => {
  test("says what a code means, how to mend it, and what can be done instead", () => {
    const { code, stdout, stderr } = run(makeFolder({}), "explain", "rc206");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^RC206 any-type \(warning\)\n\n.+\n\nFix: .+/);
    expect(stdout).toContain("--rule RC206=off");
  });

  test("lists all codes", () => {
    expect(run(makeFolder({}), "explain").stdout).toMatch(
      /^RC101 +error +tsconfig-not-found\nRC102 /,
    );
  });
});

test("a usage error writes nothing", () => {
  const project = makeProject({ "src/greeter.ts": greeter() });
  expect(run(project, "--dry-runn").code).toBe(1);
  expect(existsSync(join(project, "src/clients"))).toBe(false);
});

describe("what changed in the project changes in the clients", () => {
  test("and nothing else does", () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/counter.ts": counter });
    run(project);
    write(project, "src/greeter.ts", greeter("number"));
    const { stdout } = run(project);
    expect(stdout).toContain("updated  src/clients/greeter.ts");
    expect(stdout).toContain("updated  src/clients/contract.json");
    expect(stdout).not.toContain("src/clients/counter.ts");
    expect(stdout).not.toContain("src/clients/index.ts");
  });

  test("a client goes with its definition, while files of others stay", () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/counter.ts": counter });
    run(project);
    rmSync(join(project, "src/counter.ts"));
    write(project, "src/clients/notes.md", "mine");
    const { stdout, stderr } = run(project);
    expect(stdout).toContain("deleted  src/clients/counter.ts");
    expect(stderr).toContain("warning RC402");
    expect(filesIn(project, "src/clients")).toEqual([
      "contract.json",
      "greeter.ts",
      "index.ts",
      "notes.md",
    ]);
  });

  test("but a definition with an error keeps its module, its export and its contract", () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/counter.ts": counter });
    run(project);
    const before = snapshot(project, "src/clients");
    write(project, "src/greeter.ts", greeter("bigint"));
    const { code, stderr } = run(project);
    expect(code).toBe(1);
    expect(stderr).toContain("error RC207");
    expect(snapshot(project, "src/clients")).toEqual(before);
  });

  test("and an error in something without a name deletes nothing", () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/counter.ts": counter });
    run(project);
    write(project, "src/greeter.ts", greeter().replace('"Greeter"', "String(1)"));
    expect(run(project).stderr).toContain("error RC201");
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
  ])("%s", (_name, files, flags, expected) => {
    const project = makeFolder(files);
    const { code, stdout, stderr } = run(project, ...flags);
    expect(stderr).toContain(expected);
    expect(code).toBe(1);
    expect(stdout).not.toContain("created");
  });

  test("a runtime that is not installed", () => {
    const project = makeFolder({
      "tsconfig.json": tsconfig,
      "src/greeter.ts": greeter(),
    });
    mkdirSync(join(project, "node_modules"));
    symlinkSync(join(modules, "@restatedev"), join(project, "node_modules/@restatedev"));
    const { code, stderr } = run(project);
    expect(stderr).toContain("warning RC403");
    expect(stderr).toContain("npm install @restate-codegen/runtime");
    expect(code).toBe(0);
  });

  test("a file of somebody else's in the way, which stays as it is", () => {
    const project = makeProject({
      "src/greeter.ts": greeter(),
      "src/clients/index.ts": "export {};\n",
    });
    const { code, stderr } = run(project);
    expect(code).toBe(1);
    expect(stderr).toContain("error RC401: src/clients/index.ts was not written by");
    expect(read(project, "src/clients/index.ts")).toBe("export {};\n");
    expect(filesIn(project, "src/clients")).toContain("greeter.ts");
  });

  test("a prettier configuration that does not work", () => {
    const project = makeProject({
      "src/greeter.ts": greeter(),
      ".prettierrc": '{ "plugins": ["not-installed"] }',
    });
    const { code, stderr } = run(project);
    expect(code).toBe(1);
    expect(stderr).toContain(
      "error RC404: src/clients/greeter.ts, src/clients/index.ts, src/clients/contract.json could not be formatted",
    );
  });

  test("a prettier configuration that no longer works, which costs no client", () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    run(project);
    const before = snapshot(project, "src/clients");
    write(project, ".prettierrc", '{ "plugins": ["not-installed"] }');
    expect(run(project).code).toBe(1);
    expect(snapshot(project, "src/clients")).toEqual(before);
  });

  test("a link in the way, which stays a link", () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "mine.ts": "export {};\n" });
    mkdirSync(join(project, "src/clients"));
    symlinkSync(join(project, "mine.ts"), join(project, "src/clients/greeter.ts"));
    const { code, stderr } = run(project);
    expect(code).toBe(1);
    expect(stderr).toContain("error RC401: src/clients/greeter.ts was not written by");
    expect(lstatSync(join(project, "src/clients/greeter.ts")).isSymbolicLink()).toBe(true);
    expect(read(project, "mine.ts")).toBe("export {};\n");
  });

  test("a folder that cannot be made", () => {
    const project = makeProject({ "src/greeter.ts": greeter(), "src/clients": "a file" });
    const { code, stderr } = run(project);
    expect(code).toBe(1);
    expect(stderr).toContain(
      "error RC405: src/clients could not be written: EEXIST: file already exists\n",
    );
  });
});
