import { Worker } from "node:worker_threads";

import type { Io } from "./io.js";

/** What the thread that draws has to know. */
export interface ProgressJob {
  /** Shared: {@link stopped} and {@link stage}. */
  readonly state: Int32Array;
  readonly text: string;
  readonly fd: number;
  readonly columns: number;
  /** How many milliseconds to wait before anything is drawn. */
  readonly delay: number;
  /** When the whole began, in milliseconds since 1970. */
  readonly started: number;
}

/** Where in the state stands whether the work is done: 0 or 1. */
export const stopped = 0;

/** Where in the state stands how far the drawing is: 0, {@link drawn} or {@link finished}. */
export const stage = 1;

/** There is a line in the terminal. */
export const drawn = 1;

/** There is none any more. */
export const finished = 2;

/** Does some work, and meanwhile says what it is. */
export type During = <T>(text: string, work: () => Promise<T>) => Promise<T>;

/**
 * Shows in the terminal, where somebody looks at one, what takes so long: a line that appears a second after this
 * call, and is gone when the work is done.
 */
export function createProgress({ terminal }: Pick<Io, "terminal">): During {
  const started = Date.now();
  return async (text, work) => {
    const stop = terminal && show({ ...terminal, text, started });
    try {
      return await work();
    } finally {
      stop?.();
    }
  };
}

const patience = 1000;

function show(line: Pick<ProgressJob, "text" | "started" | "fd" | "columns">): () => void {
  const state = new Int32Array(new SharedArrayBuffer(8));
  const delay = Math.max(0, line.started + patience - Date.now());
  const workerData: ProgressJob = { ...line, state, delay };
  new Worker(new URL("progress-worker.js", import.meta.url), { workerData }).unref();
  return () => {
    Atomics.store(state, stopped, 1);
    Atomics.notify(state, stopped);
    // Whatever is printed next would end up in the line.
    if (Atomics.load(state, stage) === drawn) {
      Atomics.wait(state, stage, drawn, patience);
    }
  };
}
