import { join } from "node:path";

import { startOnPort } from "../start-on-port.js";
import type { ServingProcess } from "../start-process.js";

/** Vite, serving in a process of its own. */
export interface ViteServer extends ServingProcess {
  /** The page's, with a slash at its end. */
  readonly url: string;
}

/** What Vite is to serve. */
export interface ViteCommand {
  /** Where it is installed. */
  readonly app: string;
  /** Where it is started; there by default. */
  readonly cwd?: string;
  /** What it is told beside its address, such as `preview`; nothing lets it serve for development. */
  readonly args?: readonly string[];
  /** Settings for its configuration. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the Vite that is installed in an app, and resolves once it answers. */
export async function startVite(wanted: ViteCommand): Promise<ViteServer> {
  const { app, cwd = app, args = [], env = {} } = wanted;
  const vite = [process.execPath, join(app, "node_modules/vite/bin/vite.js")];
  const command = (port: string) => [
    ...[...vite, ...args],
    ...["--host", "127.0.0.1", "--port", port, "--strictPort"],
  ];
  const started = await startOnPort({ command, cwd, env });
  return { ...started, url: `${started.url}/` };
}
