import { freePorts } from "../restate/free-ports.js";
import { startProcess, type ServingCommand, type ServingProcess } from "./start-process.js";

/** A program that serves on a port of its own. */
export interface ServingAtUrl extends ServingProcess {
  /** Where, without a slash at its end. */
  readonly url: string;
}

/** What is to be started there. */
export interface CommandForPort extends Omit<ServingCommand, "command" | "url"> {
  /** Has the port in it, unless the program takes it from the variable `PORT`. */
  readonly command: (port: string) => readonly string[];
  /** What is asked until it answers well. */
  readonly path?: string;
}

/** Starts a program on a free port of 127.0.0.1, and resolves once it answers. */
export async function startOnPort(wanted: CommandForPort): Promise<ServingAtUrl> {
  const { command, cwd, env, path = "/" } = wanted;
  const [port] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const started = await startProcess({
    command: command(String(port)),
    cwd,
    env: { ...env, PORT: String(port) },
    url: url + path,
  });
  return { url, ...started };
}
