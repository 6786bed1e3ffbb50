import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A running server. */
export interface ServerProcess {
  /** Ends it, at the latest after 5 s. Does nothing if it has ended. */
  readonly end: (signal: "SIGKILL" | "SIGTERM") => Promise<void>;
}

/** Runs a server on the data in `folder`, and waits until all of `healthUrls` answer. */
export async function launchServer(
  binary: string,
  folder: string,
  healthUrls: readonly string[],
  addresses: Record<string, string>,
): Promise<ServerProcess> {
  const log = join(folder, "server.log");
  const child = launch(binary, folder, log, addresses);
  const guard = guardAgainstOurDeath(child, folder);
  const server: ServerProcess = {
    end: async (signal) => {
      await end(child, signal);
      guard.kill();
      guard.stdin?.destroy();
    },
  };
  try {
    for (const url of healthUrls) {
      await untilHealthy(url, child);
    }
  } catch (error) {
    await server.end("SIGTERM");
    const tail = readFileSync(log, "utf8").slice(-2000);
    throw new Error(`The Restate server did not start.\n${tail}`, { cause: error });
  }
  return server;
}

function launch(
  binary: string,
  folder: string,
  log: string,
  addresses: Record<string, string>,
): ChildProcess {
  // What is set for a Restate server of the user's own is not meant for this one.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("RESTATE_"));
  const output = openSync(log, "a");
  const child = spawn(binary, ["--no-logo"], {
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

async function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const exited = once(child, "exit");
  child.kill(signal);
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
