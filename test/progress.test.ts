import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { createProgress } from "../packages/codegen/dist/cli/progress.js";
import { makeFolder } from "./cli/project.js";

test("what takes long is named while this thread is busy, and the line vanishes", async () => {
  const terminal = fakeTerminal(80);
  const result = await createProgress(terminal)("Reading the services", () => {
    // The compiler never gives way either.
    waitBusily(() => terminal.drawn().includes("services 2 s"));
    return Promise.resolve("done");
  });
  expect(result).toBe("done");
  const [nothing, first, ...later] = terminal.drawn().split(clear);
  expect([nothing, first]).toEqual(["", "Reading the services 1 s"]);
  expect(later.at(-1)).toBe("");
});

test("the line is never wider than the terminal, which could not take it back", async () => {
  const terminal = fakeTerminal(12);
  await createProgress(terminal)("Reading the services", () => {
    waitBusily(() => terminal.drawn() !== "");
    return Promise.resolve();
  });
  expect(terminal.drawn().split(clear)[1]).toBe("Reading the");
});

test("the line vanishes where the work fails, too", async () => {
  const terminal = fakeTerminal(80);
  const failing = createProgress(terminal)("Reading", () => {
    waitBusily(() => terminal.drawn() !== "");
    return Promise.reject(new Error("a bug"));
  });
  await expect(failing).rejects.toThrow("a bug");
  expect(terminal.drawn().endsWith(clear)).toBe(true);
});

test("what is done soon leaves no trace, then or later", async () => {
  const terminal = fakeTerminal(80);
  await createProgress(terminal)("Reading", () => Promise.resolve());
  await setTimeout(1_500);
  expect(terminal.drawn()).toBe("");
});

test("without a terminal nothing is drawn, and the work is done", async () => {
  expect(await createProgress({})("Reading", () => Promise.resolve(1))).toBe(1);
});

/** What empties a line of a terminal. */
const clear = "\r\u001B[2K";

function fakeTerminal(columns: number) {
  const path = join(makeFolder({}), "terminal");
  const fd = openSync(path, "w");
  onTestFinished(() => closeSync(fd));
  return { terminal: { fd, columns }, drawn: () => readFileSync(path, "utf8") };
}

function waitBusily(until: () => boolean): void {
  const end = Date.now() + 60_000;
  while (!until() && Date.now() < end);
}
