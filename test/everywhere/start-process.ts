import { spawn } from "node:child_process";

import { outerEnvironment } from "../package/outer-environment.js";

/** A program that serves until it is asked to end. */
export interface ServingProcess {
  /** All that it has printed until now. */
  readonly printed: () => string;
  /** Asks it to end, and resolves once it has. Rejects if it does not. */
  readonly stop: () => Promise<void>;
}

/** What is to be started. */
export interface ServingCommand {
  readonly command: readonly string[];
  readonly cwd: string;
  /** Settings beside those of the environment that the tests run in. */
  readonly env?: Readonly<Record<string, string>>;
  /** What is asked until it answers well. */
  readonly url: string;
}

/** How long anything may take on a machine that does much else. */
export const PATIENCE_MS = 120_000;

/** Starts a program, and resolves once it answers. Rejects with what it printed if it ends before. */
export async function startProcess(wanted: ServingCommand): Promise<ServingProcess> {
  const [program = "", ...args] = wanted.command;
  const env = { ...outerEnvironment(), NO_COLOR: "1", ...wanted.env };
  const child = spawn(program, args, { cwd: wanted.cwd, env });
  let printed = "";
  const print = (text: Buffer): void => void (printed += text.toString());
  child.stdout.on("data", print);
  child.stderr.on("data", print);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    await ended;
    clearTimeout(late);
    if (child.signalCode === "SIGKILL") {
      throw new Error(`${program} did not end. It printed:\n${printed}`);
    }
  };
  const answer = answering(wanted.url);
  await Promise.race([answer, ended]).catch(async (error: unknown) => {
    await stop();
    throw new Error(`It printed:\n${printed}`, { cause: error });
  });
  if (child.exitCode !== null) {
    throw new Error(`${program} ended at once. It printed:\n${printed}`);
  }
  return { printed: () => printed, stop };
}

async function answering(url: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const isThere = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer.`);
}
