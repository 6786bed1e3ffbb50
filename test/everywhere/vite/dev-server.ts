import { join } from "node:path";

import { freePorts } from "../../restate/free-ports.js";
import { startProcess, type ServingProcess } from "../start-process.js";

/** `vite dev`, in a process of its own. */
export interface DevServer extends ServingProcess {
  readonly url: string;
}

/** Starts the Vite that is installed in an app, and resolves once it answers. */
export async function startDevServer(app: string): Promise<DevServer> {
  const [port] = await freePorts(1);
  const url = `http://127.0.0.1:${port}/`;
  const flags = ["--host", "127.0.0.1", "--port", String(port), "--strictPort"];
  const vite = join(app, "node_modules/vite/bin/vite.js");
  const started = await startProcess({
    command: [process.execPath, vite, ...flags],
    cwd: join(app, "web"),
    url,
  });
  return { url, ...started };
}
