import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { freePorts } from "./free-ports.js";
import { serverBinary } from "./server-binary.js";
import { launchServer, type ServerProcess } from "./server-process.js";

/** A Restate server with nothing registered, all of it on 127.0.0.1. */
export interface RestateServer {
  /** Where handlers are called. */
  readonly ingressUrl: string;
  /** Where deployments are registered. */
  readonly adminUrl: string;
  /** Ends the server at once, as a crash does. Its data stays. */
  readonly kill: () => Promise<void>;
  /** Starts the killed server again, at the same addresses and on the same data. */
  readonly restart: () => Promise<void>;
  /** Ends the server and removes its data. Does nothing the second time. */
  readonly stop: () => Promise<void>;
}

/** Starts a server on free ports, with settings of its environment, and waits until it answers. */
export async function startServer(
  binary: string = serverBinary(),
  settings: Readonly<Record<string, string>> = {},
): Promise<RestateServer> {
  const [ingress, admin, fabric] = await freePorts(3);
  const ingressUrl = `http://127.0.0.1:${ingress}`;
  const adminUrl = `http://127.0.0.1:${admin}`;
  const folder = mkdtempSync(join(tmpdir(), "restate-"));
  const launch = (): Promise<ServerProcess> =>
    launchServer(binary, folder, [`${ingressUrl}/restate/health`, `${adminUrl}/health`], {
      RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ingress}`,
      RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${admin}`,
      RESTATE_BIND_PORT: `${fabric}`,
      ...settings,
    });
  const remove = (): void => rmSync(folder, { recursive: true, force: true });

  let running = await launch().catch((error: unknown) => {
    remove();
    throw error;
  });
  return {
    ingressUrl,
    adminUrl,
    kill: () => running.end("SIGKILL"),
    restart: async () => {
      running = await launch();
    },
    stop: async () => {
      await running.end("SIGTERM");
      remove();
    },
  };
}
