import { freePorts } from "../../../restate/free-ports.js";
import { startProcess, type ServingProcess } from "../../start-process.js";
import type { Place } from "../recipe.js";

/** An application that runs. */
export interface App extends ServingProcess {
  readonly url: string;
}

/** Starts what was built, and resolves once it has found the server. */
export async function startApp({ folder, server, endWith }: Place): Promise<App> {
  const [port] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const started = await startProcess({
    command: [process.execPath, "dist/main.js"],
    cwd: folder,
    env: { PORT: String(port), RESTATE_INGRESS_URL: server.ingressUrl },
    url: `${url}/health`,
  });
  endWith(started.stop);
  return { url, ...started };
}
