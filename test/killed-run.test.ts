import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { bin, makeProject, read, write } from "./cli/project.js";
import { runHere } from "./cli/run-here.js";

/** How often a run is killed; `KILLS=50` shows more, and takes minutes. */
const KILLS = Number(process.env["KILLS"] ?? 3);
const SERVICES = KILLS < 20 ? 30 : 100;

/** What the services say, by turns, so that each run has something to write. */
type Edition = "early" | "late";

/** Texts by the names of files. */
type Files = Readonly<Record<string, string>>;

test(
  `a run over ${String(SERVICES)} services can be killed at any moment`,
  { timeout: 300_000 + KILLS * 60_000 },
  async () => {
    const expected = { early: await clientsOf("early"), late: await clientsOf("late") };
    const project = makeProject(sources("early"));
    const seen = { untouched: 0, cutOff: 0, finished: 0 };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const edition = editionOf(kill);
      writeAll(project, sources(edition));
      await runAndKill(project, kill % 2 === 0 ? "anywhere" : "where it writes");

      const clients = clientsIn(project);
      expect(Object.entries(clients).filter(([name, text]) => !isWhole(name, text))).toEqual([]);
      const isCutOff = existsSync(staging(project));
      const isCurrent = isSame(clients, expected[edition]);
      const { code, stdout } = await runHere(project, ["check"]);
      expect(stdout.includes("A run was cut off while it wrote to src/clients.")).toBe(isCutOff);
      expect(code).toBe(isCurrent && !isCutOff ? 0 : 1);
      seen[isCutOff ? "cutOff" : isCurrent ? "finished" : "untouched"] += 1;
    }
    console.log(`Of ${String(KILLS)} killed runs: ${JSON.stringify(seen)}.`);
    // A few can all miss the moments in which it writes.
    expect(seen.cutOff).toBeGreaterThanOrEqual(KILLS < 20 ? 0 : 5);

    const { code, stdout } = await runHere(project);
    expect(code, stdout).toBe(0);
    expect(clientsIn(project)).toEqual(expected[editionOf(KILLS - 1)]);
    expect((await runHere(project, ["check"])).code).toBe(0);

    function isWhole(name: string, text: string): boolean {
      return [expected.early[name], expected.late[name]].includes(text);
    }
  },
);

test("two runs at once both end well, and every file is whole", async () => {
  const project = makeProject(sources("early"));
  const runs = [start(project), start(project)];
  const codes = await Promise.all(
    runs.map((run) => new Promise((resolve) => run.once("exit", resolve))),
  );
  expect(codes).toEqual([0, 0]);
  expect(clientsIn(project)).toEqual(await clientsOf("early"));
  expect((await runHere(project, ["check"])).code).toBe(0);
});

function editionOf(kill: number): Edition {
  return kill % 2 === 0 ? "late" : "early";
}

function sources(edition: Edition): Files {
  const names = Array.from({ length: SERVICES }, (_, index) => `Service${String(index)}`);
  return Object.fromEntries(
    names.map((name) => [
      `src/services/${name}.ts`,
      `import * as restate from "@restatedev/restate-sdk";
/** The ${edition} ${name}. */
export const service = restate.service({
  name: "${name}",
  handlers: {
    get: async (_ctx: restate.Context, id: string): Promise<{ id: string; ${edition}: number }> =>
      ({ id, ${edition}: 1 }),
  },
});
`,
    ]),
  );
}

/** What a run that nothing disturbs writes for an edition. */
async function clientsOf(edition: Edition): Promise<Files> {
  const project = makeProject(sources(edition));
  expect((await runHere(project)).code).toBe(0);
  return clientsIn(project);
}

async function runAndKill(project: string, moment: "anywhere" | "where it writes") {
  const run = start(project);
  if (moment === "where it writes") {
    while (run.exitCode === null && !existsSync(staging(project))) {
      await sleep(1);
    }
  }
  await sleep(Math.random() * (moment === "anywhere" ? 4_000 : 60));
  if (run.exitCode === null) {
    const ended = new Promise((resolve) => run.once("exit", resolve));
    run.kill("SIGKILL");
    await ended;
  }
}

function start(project: string): ChildProcess {
  const run = spawn(process.execPath, [bin], { cwd: project, stdio: "ignore" });
  onTestFinished(() => void run.kill("SIGKILL"));
  return run;
}

function staging(project: string): string {
  return join(project, "src/clients/.restate-codegen");
}

function clientsIn(project: string): Files {
  const folder = join(project, "src/clients");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return Object.fromEntries(
    names
      .filter((name) => name !== ".restate-codegen")
      .map((name) => [name, read(project, join("src/clients", name))]),
  );
}

function isSame(some: Files, others: Files): boolean {
  const names = Object.keys(others);
  return (
    names.length === Object.keys(some).length && names.every((name) => some[name] === others[name])
  );
}

function writeAll(project: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    write(project, path, text);
  }
}
