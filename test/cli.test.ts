import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  bin,
  counter,
  filesIn,
  greeter,
  makeFolder,
  makeProject,
  read,
  snapshot,
  tsconfig,
  write,
  run,
} from "./cli/project.js";
import { runHere } from "./cli/run-here.js";

describe("restate-codegen", () => {
  test("writes the clients, and shows how to use them", () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    const { code, stdout, stderr } = run(project);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(filesIn(project, "src/clients")).toEqual(["contract.json", "greeter.ts", "index.ts"]);
    expect(stdout).toContain("created  src/clients/greeter.ts");
    expect(stdout).toContain('import { greeterClient } from "./src/clients/index.js";');
  });

  test("shows an import that ends as those of the clients do", async () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    write(project, "tsconfig.json", tsconfig.replace("nodenext", "esnext"));
    const { stdout } = await runHere(project);
    expect(stdout).toContain('import { greeterClient } from "./src/clients/index";');
  });

  test("counts and shows only what has a client", () => {
    const audit = `import * as restate from "@restatedev/restate-sdk";
export const audit = restate.service({ name: "Audit", options: { ingressPrivate: true }, handlers: { log: async () => 1 } });
`;
    const { stdout } = run(makeProject({ "src/audit.ts": audit, "src/greeter.ts": greeter() }));
    expect(stdout).toContain("1 client in src/clients is up to date now.");
    expect(stdout).toContain("const client = greeterClient(ingress);");
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
