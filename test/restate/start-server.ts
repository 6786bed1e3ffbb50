import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { freePorts } from "./free-ports.js";
import { serverBinary } from "./server-binary.js";

/** A Restate server with nothing registered, all of it on 127.0.0.1. */
export interface RestateServer {
  /** Where handlers are called. */
  readonly ingressUrl: string;
  /** Where deployments are registered. */
  readonly adminUrl: string;
  /** Ends the server and removes its data. Does nothing the second time. */
  readonly stop: () => Promise<void>;
}

/** Starts a server on free ports, and waits until it answers. */
export async function startServer(): Promise<RestateServer> {
  const [ingress, admin, fabric] = await freePorts(3);
  const folder = mkdtempSync(join(tmpdir(), "restate-"));
  const log = join(folder, "server.log");
  const child = launch(folder, log, {
    RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ingress}`,
    RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${admin}`,
    RESTATE_BIND_PORT: `${fabric}`,
  });
  const guard = guardAgainstOurDeath(child, folder);

  const server = {
    ingressUrl: `http://127.0.0.1:${ingress}`,
    adminUrl: `http://127.0.0.1:${admin}`,
    stop: async () => {
      await end(child);
      guard.kill();
      guard.stdin?.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await untilHealthy(`${server.ingressUrl}/restate/health`, child);
    await untilHealthy(`${server.adminUrl}/health`, child);
  } catch (error) {
    const tail = readFileSync(log, "utf8").slice(-2000);
    await server.stop();
    throw new Error(`The Restate server did not start.\n${tail}`, { cause: error });
  }
  return server;
}

function launch(folder: string, log: string, addresses: Record<string, string>): ChildProcess {
  // What is set for a Restate server of the user's own is not meant for this one.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("RESTATE_"));
  const output = openSync(log, "w");
  const child = spawn(serverBinary(), ["--no-logo"], {
    cwd: folder,
    stdio: ["ignore", output, output],
    env: {
      ...Object.fromEntries(inherited),
      DO_NOT_TRACK: "1",
      RESTATE_BASE_DIR: join(folder, "data"),
      RESTATE_LISTEN_MODE: "tcp",
      RESTATE_BIND_IP: "127.0.0.1",
      RESTATE_LOG_FILTER: "warn",
      RESTATE_DEFAULT_NUM_PARTITIONS: "4",
      ...addresses,
    },
  });
  closeSync(output);
  return child;
}

/** Ends the server even if we are killed: its standard input closes with us, whatever the cause. */
function guardAgainstOurDeath(child: ChildProcess, folder: string): ChildProcess {
  const script = 'cat > /dev/null; kill -9 "$0" 2> /dev/null; rm -rf "$1"';
  const guard = spawn("sh", ["-c", script, String(child.pid), folder], {
    stdio: ["pipe", "ignore", "ignore"],
    // In a process group of its own, so that Ctrl-C does not reach it first.
    detached: true,
  });
  guard.unref();
  return guard;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const patience = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await exited;
  clearTimeout(patience);
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) {
      throw new Error(`It exited with code ${child.exitCode}.`);
    }
    try {
      if ((await fetch(url)).ok) {
        return;
      }
    } catch {
      // Nothing listens yet.
    }
    await sleep(50);
  }
  throw new Error(`${url} did not answer within 10 s.`);
}
