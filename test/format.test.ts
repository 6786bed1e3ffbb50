import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn, greeter, makeProject, read, snapshot, write } from "./cli/project.js";
import { runHere } from "./cli/run-here.js";

const require = createRequire(import.meta.url);

/** A handler with parameters enough for versions of prettier to differ about the comma behind the last one. */
const source = greeter().replace(
  "Greeter",
  "GreeterWithANameThatIsTooLongForTheLineThatItStandsIn",
);

describe("prettier", () => {
  test.each([
    ["2", "prettier-2"],
    ["3", "prettier"],
  ])("of version %s, if the project has that, accepts what is written", async (version, name) => {
    const project = makeProjectWith({ prettier: name }, { "package.json": dependsOnPrettier });
    expect((await runHere(project)).code).toBe(0);
    expect(runBin(project, "prettier", "--version").stdout).toMatch(new RegExp(`^${version}\\.`));
    expect(runBin(project, "prettier", "--check", "src/clients")).toMatchObject({ status: 0 });
  });

  test("that some package brought along does not count", async () => {
    const [bare, brought, own] = [
      makeProjectWith({}, {}),
      makeProjectWith({ prettier: "prettier-2" }, {}),
      makeProjectWith({ prettier: "prettier-2" }, { "package.json": dependsOnPrettier }),
    ];
    for (const project of [bare, brought, own]) {
      expect((await runHere(project)).code).toBe(0);
    }
    expect(snapshot(brought, "src/clients")).toEqual(snapshot(bare, "src/clients"));
    expect(snapshot(own, "src/clients")).not.toEqual(snapshot(bare, "src/clients"));
  });

  test("that the project names but has not installed is an error", async () => {
    const project = makeProjectWith({}, { "package.json": dependsOnPrettier });
    const { code, stderr } = await runHere(project);
    expect(code).toBe(1);
    expect(stderr).toMatch(/RC404: .*Cannot find module 'prettier'/);
    expect(filesIn(project, "src")).toEqual(["greeter.ts"]);
  });

  test.each([
    [".prettierrc", "{ semi: ", /\.prettierrc": Flow map must end with a \} at line 1, column 9$/m],
    [".prettierrc.toml", "semi = =", /\.prettierrc\.toml": Invalid TOML document: invalid value$/m],
  ])("says what is wrong with a broken %s", async (name, text, reason) => {
    const { code, stderr } = await runHere(makeProjectWith({}, { [name]: text }));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error RC404: /);
    expect(stderr).toMatch(reason);
  });

  test("leaves alone what the nearest ignore file names", async () => {
    const project = makeProjectWith(
      { prettier: "prettier" },
      {
        "package.json": dependsOnPrettier,
        ".prettierrc": `{ "tabWidth": 8 }`,
        ".prettierignore": "src/clients/*\n!src/clients/index.ts",
      },
    );
    expect((await runHere(project)).code).toBe(0);
    expect(read(project, "src/clients/contract.json")).toContain(`\n  "version": 1`);
    expect(runBin(project, "prettier", "--check", "src")).toMatchObject({ status: 1 });
    expect(runBin(project, "prettier", "--check", "src/clients")).toMatchObject({ status: 0 });
  });
});

describe("a command", () => {
  test.each([
    [
      "biome format --write",
      ["biome", "format", "src/clients"],
      { "biome.json": `{ "files": { "includes": ["src/**"] } }` },
    ],
    ["oxfmt", ["oxfmt", "--check", "src/clients"], { ".oxfmtrc.json": `{ "tabWidth": 8 }` }],
  ])(
    "can be `%s`, which then accepts what is written",
    async (format, [command = "", ...words], files) => {
      const project = makeProjectWith(
        { "@biomejs/biome": "@biomejs/biome", oxfmt: "oxfmt" },
        files,
      );
      const flags = ["--format", format];
      expect(await runHere(project, flags)).toMatchObject({ code: 0, stderr: "" });
      expect(filesIn(project, "src/clients")).toHaveLength(3);
      expect(read(project, "src/clients/contract.json")).toMatch(/\n(?:\t| {8})"version": 1/);
      expect(runBin(project, command, ...words)).toMatchObject({ status: 0 });
      expect(await runHere(project, ["check", ...flags])).toMatchObject({ code: 0, stderr: "" });
    },
  );

  test("leaves nothing behind where nothing is to be written", async () => {
    const project = makeProjectWith({ oxfmt: "oxfmt" }, {});
    for (const command of [["--dry-run"], ["check"]]) {
      await runHere(project, [...command, "--format", "oxfmt", "--out", "deep/in/clients"]);
      expect(filesIn(project, ".")).not.toContain("deep");
    }
  });

  test.each([
    ["no-such-command --write", "there is no such command"],
    ["oxfmt --no-such-option", "it ended with exit code 1\n\n    "],
    ['oxfmt "', "Closing quote is missing"],
  ])("that fails is said to, and changes nothing: `%s`", async (format, reason) => {
    const project = makeProjectWith({ oxfmt: "oxfmt" }, {});
    await runHere(project);
    const before = snapshot(project, "src/clients");
    write(project, "src/greeter.ts", greeter("number"));
    const { code, stderr } = await runHere(project, ["--format", format]);
    expect(code).toBe(1);
    expect(stderr).toContain(`RC410: \`${format}\` could not format the output: `);
    expect(stderr).toContain(reason);
    expect(snapshot(project, "src/clients")).toEqual(before);
  });
});

const dependsOnPrettier = JSON.stringify({ devDependencies: { prettier: "*" } });

/** A project with packages installed, by name, which can be another than that under which they are installed here. */
function makeProjectWith(
  packages: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
): string {
  const project = makeProject({ "src/greeter.ts": source, ...files }, "5.9.3");
  mkdirSync(join(project, "node_modules/.bin"));
  for (const [name, installed] of Object.entries(packages)) {
    const folder = dirname(require.resolve(`${installed}/package.json`));
    const link = join(project, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(folder, link);
    for (const [command, file] of binsOf(folder)) {
      symlinkSync(join(link, file), join(project, "node_modules/.bin", command));
    }
  }
  return project;
}

function binsOf(folder: string): readonly (readonly [command: string, file: string])[] {
  const { name, bin } = JSON.parse(read(folder, "package.json")) as {
    readonly name: string;
    readonly bin: string | Readonly<Record<string, string>>;
  };
  return typeof bin === "string" ? [[name, bin]] : Object.entries(bin);
}

/** Runs an installed command, as `npx` does. */
function runBin(project: string, command: string, ...flags: readonly string[]) {
  return spawnSync(join(project, "node_modules/.bin", command), flags, {
    cwd: project,
    encoding: "utf8",
  });
}
