import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { generate, watch, type WatchOptions, type WatchRun } from "restate-codegen";
import { expect, onTestFinished, test } from "vitest";
import { greeter, makeProject, read, snapshot, write } from "./cli/project.js";
import { runHere } from "./cli/run-here.js";

/** Long enough for any event to have come, on a machine that does nothing else. */
const SILENCE_MS = 400;

test("writes at once, and again when a source changes", async () => {
  const { project, next, runs } = await watched({ "src/greeter.ts": greeter() });
  expect(read(project, "src/clients/greeter.ts")).toContain("string");
  write(project, "src/greeter.ts", greeter("boolean"));
  const run = await next();
  expect(run.changed).toEqual([join(project, "src/greeter.ts")]);
  expect(written(run)).toEqual(["greeter.ts", "contract.json"]);
  expect(read(project, "src/clients/greeter.ts")).toContain("boolean");
  expect(runs()).toBe(2);
});

test("what it writes into the watched folder does not make it run", async () => {
  const { runs, project } = await watched({ "src/greeter.ts": greeter() });
  write(project, "src/other.ts", "export {};\n");
  await expect.poll(runs, { timeout: 20_000 }).toBe(2);
  await sleep(SILENCE_MS);
  expect(runs()).toBe(2);
});

test.each([
  ["README.md", "Read me.\n"],
  ["src/notes.txt", "Read me.\n"],
  ["src/greeter.ts", greeter()],
])("writing %s is nothing to it", async (path, text) => {
  const { runs, project } = await watched({ "src/greeter.ts": greeter() });
  write(project, path, text);
  await sleep(SILENCE_MS);
  expect(runs()).toBe(1);
});

test.each<readonly [string, (project: string) => void]>([
  ["a new source", (project) => write(project, "src/new.ts", greeter().replace("Greeter", "New"))],
  [
    "a new folder",
    (project) => write(project, "src/a/b/new.ts", greeter().replace("Greeter", "New")),
  ],
  ["a deleted source", (project) => rmSync(join(project, "src/extra.ts"))],
  [
    "a config file",
    (project) => write(project, "restate-codegen.config.json", '{ "strict": true }'),
  ],
  ["prettier's configuration", (project) => write(project, ".prettierrc", '{ "semi": false }')],
  [
    "the tsconfig",
    (project) =>
      write(
        project,
        "tsconfig.json",
        read(project, "tsconfig.json").replace('"src"', '"src","lib"'),
      ),
  ],
  [
    "an edited client",
    (project) =>
      write(
        project,
        "src/clients/greeter.ts",
        `${read(project, "src/clients/greeter.ts")}// Mine.\n`,
      ),
  ],
  ["a deleted client", (project) => rmSync(join(project, "src/clients/greeter.ts"))],
  ["deleted clients", (project) => rmSync(join(project, "src/clients"), { recursive: true })],
])("%s makes it run, and gives the bytes of a full run", async (_what, happen) => {
  const { project, next } = await watched({
    "src/greeter.ts": greeter(),
    "src/extra.ts": greeter().replace('"Greeter"', '"Extra"'),
  });
  happen(project);
  await next();
  const { changes } = await generate({ cwd: project, cache: false });
  expect(changes.filter(({ change }) => change !== "unchanged")).toEqual([]);
  expect(Object.keys(snapshot(project, "src/clients"))).toHaveLength(changes.length);
});

test("goes on after sources that were deleted and came back", async () => {
  const { project, next } = await watched({ "src/greeter.ts": greeter() });
  rmSync(join(project, "src"), { recursive: true });
  expect((await next()).targets[0]?.result.diagnostics.map(({ code }) => code)).toContain("RC103");
  write(project, "src/greeter.ts", greeter("number"));
  await next();
  expect(read(project, "src/clients/greeter.ts")).toContain("number");
});

test("an error keeps what was written, and is seen until it is mended", async () => {
  const { project, next } = await watched({ "src/greeter.ts": greeter() });
  const before = snapshot(project, "src/clients");
  write(project, "src/greeter.ts", greeter("bigint"));
  const run = await next();
  expect(run.targets[0]?.result.diagnostics.map(({ severity }) => severity)).toContain("error");
  expect(snapshot(project, "src/clients")).toEqual(before);
  write(project, "src/greeter.ts", greeter("boolean"));
  expect((await next()).targets[0]?.result.diagnostics).toEqual([]);
});

test("a config that cannot be read keeps what was written, until it can", async () => {
  const { project, next } = await watched({ "src/greeter.ts": greeter() });
  write(project, "restate-codegen.config.json", "{");
  expect((await next()).diagnostics).toHaveLength(1);
  expect(existsSync(join(project, "src/clients/greeter.ts"))).toBe(true);
  write(project, "restate-codegen.config.json", '{ "out": "generated" }');
  expect((await next()).diagnostics).toEqual([]);
  expect(existsSync(join(project, "generated/greeter.ts"))).toBe(true);
});

test("a formatter that writes beside the clients does not make it run", async () => {
  const overrides = { format: "node format.mjs" };
  const files = { "src/greeter.ts": greeter(), "format.mjs": "" };
  const { runs } = await watched(files, { overrides });
  await sleep(SILENCE_MS);
  expect(runs()).toBe(1);
});

test("several edits at once are one run", async () => {
  const { project, next, runs } = await watched({ "src/greeter.ts": greeter() });
  for (const name of ["a", "b", "c", "d"]) {
    writeFileSync(join(project, `src/${name}.ts`), greeter().replace("Greeter", name));
  }
  await next();
  expect(runs()).toBe(2);
  expect(Object.keys(snapshot(project, "src/clients"))).toContain("d.ts");
});

test("the command says what changed, says an error once, and ends well on Ctrl-C", async () => {
  const project = makeProject({ "src/greeter.ts": greeter() });
  let stop = () => undefined as void;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const running = runHere(project, ["--watch"], { stopped });
  await expect
    .poll(() => existsSync(join(project, "src/clients/contract.json")), { timeout: 20_000 })
    .toBe(true);
  await sleep(SILENCE_MS);
  write(project, "src/greeter.ts", greeter("bigint"));
  await sleep(3 * SILENCE_MS);
  write(project, "src/other.ts", "export {};\n");
  await sleep(3 * SILENCE_MS);
  stop();
  const { code, stdout, stderr } = await running;
  expect(code).toBe(0);
  expect(stdout).toContain("Watching for changes.");
  expect(stdout).toContain("src/greeter.ts changed.\n");
  expect(stderr.match(/error RC\d+/g)).toHaveLength(1);
});

/** Starts to watch a project, until the test is over. */
async function watched(files: Readonly<Record<string, string>>, options: WatchOptions = {}) {
  const project = makeProject(files);
  const seen: WatchRun[] = [];
  const watcher = watch({ cwd: project, ...options, onRun: (run) => void seen.push(run) });
  onTestFinished(() => watcher.close());
  await watcher.ready;
  let taken = 1;
  return {
    project,
    runs: () => seen.length,
    next: async () => {
      await expect.poll(() => seen.length, { timeout: 60_000 }).toBeGreaterThan(taken);
      const run = seen[taken];
      taken += 1;
      return run ?? expect.unreachable();
    },
  };
}

/** The files that a run changed. */
function written({ targets }: WatchRun): readonly string[] {
  return targets
    .flatMap(({ result }) => result.changes)
    .filter(({ change }) => change !== "unchanged")
    .map(({ path }) => path);
}
