import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";

import { drawn, finished, stage, stopped, type ProgressJob } from "./progress.js";

// The main thread is busy with the compiler, so this one has no events either: it sleeps, draws, and looks.
const { state, text, fd, columns, delay, started } = workerData as ProgressJob;

if (sleep(delay)) {
  Atomics.store(state, stage, drawn);
  while (Atomics.load(state, stopped) === 0) {
    const line = `${text} ${String(Math.round((Date.now() - started) / 1000))} s`;
    draw(line.slice(0, columns - 1));
    sleep(250);
  }
  draw("");
}
Atomics.store(state, stage, finished);
Atomics.notify(state, stage);

/** Returns whether it slept to the end. */
function sleep(milliseconds: number): boolean {
  return Atomics.wait(state, stopped, 0, milliseconds) === "timed-out";
}

function draw(line: string): void {
  try {
    writeSync(fd, `\r\u001B[2K${line}`);
  } catch {
    // A terminal that is busy or gone misses nothing but this.
  }
}
