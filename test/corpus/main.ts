import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import type { Examination } from "./examine-unit.js";
import { findUnits, type Unit } from "./find-units.js";
import { printFindings, printTable, type Examined } from "./print-table.js";

const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined) {
  throw new Error("Which folder of projects? `npm run corpus -- ../projects [name…]`");
}
const units = findUnits(resolve(folder)).filter(
  ({ label }) => wanted.length === 0 || wanted.some((one) => label.startsWith(one)),
);
const examined = await inTurns(units, 2);
console.log(printFindings(examined));
console.log(printTable(examined));

/** Two at a time: each takes a processor, and one or two gigabytes. */
async function inTurns(all: readonly Unit[], workers: number): Promise<readonly Examined[]> {
  const scratch = mkdtempSync(join(tmpdir(), "restate-codegen-corpus-"));
  const done = new Map<Unit, Examined>();
  const waiting = [...all];
  const work = async (): Promise<void> => {
    for (let unit = waiting.shift(); unit; unit = waiting.shift()) {
      console.error(`${String(all.length - waiting.length)}/${String(all.length)} ${unit.label}`);
      done.set(unit, await examine(unit, join(scratch, `${String(all.indexOf(unit))}.json`)));
    }
  };
  try {
    await Promise.all(Array.from({ length: workers }, work));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return all.flatMap((unit) => done.get(unit) ?? []);
}

function examine(unit: Unit, report: string): Promise<Examined> {
  const script = fileURLToPath(new URL("corpus-unit.mjs", import.meta.url));
  const args = ["--max-old-space-size=6000", script, unit.tsconfig, report, ...unit.files];
  return new Promise((settle) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.once("close", (code) => {
      settle(
        code === 0
          ? { unit, examination: JSON.parse(readFileSync(report, "utf8")) as Examination }
          : {
              unit,
              crash: said.trim().split("\n").slice(0, 12).join("\n") || `exit code ${String(code)}`,
            },
      );
    });
  });
}
