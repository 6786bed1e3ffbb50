import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { files, makeCachedProject } from "./cache/cached-project.js";
import { edit } from "./cache/changes.js";
import { bin, write } from "./cli/project.js";

const hooks = new URL("cache/loaded-modules.mjs", import.meta.url).href;

/** There is something to say about one of its services, each time. */
const contents = {
  ...files,
  "src/counter.ts": readFileSync(
    new URL("../fixtures/errors/date-input/input.ts", import.meta.url),
    "utf8",
  ),
};

test("a command with nothing to do loads nothing that could do it, and prints the same", () => {
  const project = makeWritten();
  for (const flags of [[], ["check"], ["--json"]]) {
    const before = run(project, ...flags);
    expect(before.loaded).toContain("yargs");
    const after = run(project, ...flags);
    expect({ ...after, loaded: [] }).toEqual({ ...before, loaded: [] });
    expect(after.stdout + after.stderr).toContain("RC209");
    expect(after.loaded).toEqual([]);
  }
  edit("src/clients/greeter.ts", "greet", "gret")(project);
  expect(run(project, "check").code).toBe(1);
});

test("a config of code is looked at with all that it imports", () => {
  const project = makeWritten({
    "restate-codegen.config.ts": `import { defineConfig } from "restate-codegen";
import { exclude } from "./exclude.js";
export default defineConfig({ exclude });
`,
    "exclude.ts": 'export const exclude = ["Greeter"];\n',
  });
  expect(run(project).code).toBe(0);
  expect(run(project).loaded).toEqual([]);
  write(project, "exclude.ts", "export const exclude = [];\n");
  expect(run(project).stdout).toContain("created");
});

test("a config file that was not there is seen", () => {
  const project = makeWritten();
  run(project);
  expect(run(project).loaded).toEqual([]);
  write(project, "restate-codegen.config.json", '{ "exclude": ["Greeter"] }');
  expect(run(project).stdout).toContain("deleted  src/clients/greeter.ts");
});

test("another command that found something else leaves nothing of the old to say", () => {
  const project = makeWritten();
  run(project);
  expect(run(project)).toMatchObject({ loaded: [] });
  edit("src/counter.ts", /Date/g, "string")(project);
  run(project, "--quiet");
  expect(run(project, "--quiet").code).toBe(0);
  expect(run(project).stderr).not.toContain("RC209");
});

test("--no-cache does it all", () => {
  const project = makeWritten();
  expect(run(project, "--no-cache").loaded).toEqual(expect.arrayContaining(["ts-morph"]));
});

/** A project whose clients are written, and up to date. */
function makeWritten(more: Readonly<Record<string, string>> = {}): string {
  const project = makeCachedProject({ ...contents, ...more });
  symlinkSync(join(bin, "../.."), join(project, "node_modules/restate-codegen"));
  onTestFinished(() => rmSync(project, { recursive: true }));
  expect(run(project).code).toBe(0);
  return project;
}

/** Runs the command, and tells which packages it loaded. */
function run(cwd: string, ...flags: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", hooks, bin, ...flags],
    { cwd, encoding: "utf8", env: { ...process.env, GITHUB_ACTIONS: "" } },
  );
  const lines = stderr.split("\n");
  const loaded = lines.flatMap(
    (line) => /^loads .*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(line)?.[1] ?? [],
  );
  return {
    code: status,
    stdout,
    stderr: lines.filter((line) => !line.startsWith("loads ")).join("\n"),
    loaded: [...new Set(loaded)],
  };
}
