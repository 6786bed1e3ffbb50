import { fork, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const writer = fileURLToPath(new URL("write/replace-all.mjs", import.meta.url));
const KILLS = 50;

test(`each file is whole after each of ${KILLS} kills, and the next run finishes the job`, async () => {
  const folder = scratchFolder();
  let cutOff = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const run = await startWriter(folder, kill * 1000);
    // Between nothing yet and a few rounds of a hundred files.
    await sleep(Math.random() * 60);
    await end(run);
    cutOff += Number(existsSync(join(folder, ".restate-codegen")));
    expectWhole(folder);
  }
  // Most moments of a run are spent writing, so else the test would not show what it is meant to.
  expect(cutOff).toBeGreaterThan(KILLS / 10);
  const last = await startWriter(folder, 1_000_000);
  while (!/^\/\/ 1\d{6}$/m.test(read(folder, "client-99.ts"))) {
    await sleep(20);
  }
  await end(last);
});

test("two runs at once wait for each other, and every file is whole", async () => {
  const folder = scratchFolder();
  const runs = [await startWriter(folder, 1), await startWriter(folder, 1_000_000)];
  await sleep(500);
  // Both go on: neither failed over the other.
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([null, null]);
  await Promise.all(runs.map(end));
  expectWhole(folder);
});

function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "restate-codegen-kill-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function startWriter(folder: string, edition: number): Promise<ChildProcess> {
  const run = fork(writer, [folder, String(edition)]);
  onTestFinished(() => void run.kill("SIGKILL"));
  await new Promise((resolve) => run.once("message", resolve));
  return run;
}

async function end(run: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => run.once("exit", resolve));
  run.kill("SIGKILL");
  await ended;
}

/** Each file has one edition from its first line to its last. */
function expectWhole(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => one.endsWith(".ts"))) {
    const [header, ...lines] = read(folder, name).trimEnd().split("\n");
    expect(header).toContain("@generated");
    expect(lines).toHaveLength(2001);
    expect(new Set(lines).size, name).toBe(2);
    expect(lines.at(-1)).toBe("// end");
  }
}

function read(folder: string, name: string): string {
  return existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "";
}
