import { rmSync } from "node:fs";
import fc from "fast-check";
import { generate, watch, writeClients } from "restate-codegen";
import { expect, test } from "vitest";
import { makeCachedProject } from "./cache/cached-project.js";
import { editSequences, firstFiles, mark, type Edit } from "./cache/random-edits.js";
import { snapshot } from "./cli/project.js";

const runs = Number(process.env["EDIT_SEQUENCES"] ?? 5);
const seed = process.env["EDIT_SEED"] === undefined ? undefined : Number(process.env["EDIT_SEED"]);

test(`cached, watched and full runs leave the same bytes after ${String(runs)} sequences of edits`, async () => {
  await fc.assert(
    fc.asyncProperty(editSequences, (sequence) => holds(sequence)),
    { numRuns: runs, ...(seed !== undefined && { seed }), interruptAfterTimeLimit: 3_000_000 },
  );
}, 3_600_000);

/** Does the same to three projects, and compares them after each step. */
async function holds(sequence: readonly (readonly Edit[])[]): Promise<void> {
  const [cached, watched, full] = [0, 1, 2].map(() => makeCachedProject(firstFiles));
  if (cached === undefined || watched === undefined || full === undefined) {
    return;
  }
  const watcher = watch({ cwd: watched });
  try {
    await watcher.ready;
    for (const [step, edits] of [[], ...sequence].entries()) {
      for (const { happen } of [...edits, mark(step)]) {
        [cached, watched, full].forEach((project) => happen(project));
      }
      const words = edits.map(({ what }) => what).join("; ");
      const expected = await write(full, false);
      expect(await write(cached, true), words).toEqual(expected);
      // Once more, which a run that keeps its result does not work for.
      const again = await write(cached, true);
      expect(again.bytes, words).toEqual(expected.bytes);
      await expect
        .poll(() => [...bytesOf(watched)], { timeout: 60_000, interval: 20, message: words })
        .toEqual([...bytesOf(full)]);
    }
  } finally {
    await watcher.close();
    for (const project of [cached, watched, full]) {
      rmSync(project, { recursive: true, force: true });
    }
  }
}

/** Generates and writes; what there is to say, and what is there then. */
async function write(cwd: string, cache: boolean) {
  const result = await generate({ cwd, cache });
  const failures = await writeClients(result);
  return {
    said: [...result.diagnostics, ...failures],
    changes: result.changes.map(({ path, change, edited }) => ({ path, change, edited })),
    bytes: bytesOf(cwd),
  };
}

function bytesOf(project: string): ReadonlyMap<string, string> {
  const folders = ["src/clients", "clients"];
  return new Map(
    folders.flatMap((folder) => {
      try {
        return Object.entries(snapshot(project, folder));
      } catch {
        return [];
      }
    }),
  );
}
