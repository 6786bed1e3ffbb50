import { spawn } from "node:child_process";
import { join } from "node:path";

import { freePorts } from "../../restate/free-ports.js";

/** `vite dev`, in a process of its own. */
export interface DevServer {
  readonly url: string;
  /** All that it has printed until now. */
  readonly printed: () => string;
  /** Asks it to end, and resolves once it has. Rejects if it does not. */
  readonly stop: () => Promise<void>;
}

/** How long anything may take on a machine that does much else. */
export const PATIENCE_MS = 120_000;

/** Starts the Vite that is installed in an app, and resolves once it answers. */
export async function startDevServer(app: string): Promise<DevServer> {
  const [port] = await freePorts(1);
  const url = `http://127.0.0.1:${port}/`;
  const flags = ["--host", "127.0.0.1", "--port", String(port), "--strictPort"];
  const child = spawn(process.execPath, [join(app, "node_modules/vite/bin/vite.js"), ...flags], {
    cwd: join(app, "web"),
    env: { ...process.env, NO_COLOR: "1" },
  });
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
      throw new Error(`Vite did not end. It printed:\n${printed}`);
    }
  };
  await Promise.race([answering(url), ended]);
  if (child.exitCode !== null) {
    throw new Error(`Vite ended at once. It printed:\n${printed}`);
  }
  return { url, printed: () => printed, stop };
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
