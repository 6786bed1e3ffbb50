import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { freePorts } from "../../restate/free-ports.js";
import type { Report } from "../suite/check.js";
import { installPackage } from "./install-package.js";
import type { Platform } from "./platform.js";

/** Returns the platform of Cloudflare's workers, in a version of its package. */
export function workerd(packageName: string, version: string): Platform {
  const name = `workerd ${version}`;
  return {
    name,
    install: async () => {
      const program = await installPackage(packageName, version, "bin/workerd");
      return {
        name,
        runSuite: (scene) =>
          whileServing(program, async (url, child) => {
            const response = await untilItAnswers(url, child, JSON.stringify(scene));
            if (!response.ok) {
              throw new Error(`${response.status} ${await response.text()}`);
            }
            // The worker answers with nothing else.
            return (await response.json()) as Report;
          }),
      };
    },
  };
}

async function whileServing(
  program: string,
  work: (url: string, child: ChildProcess) => Promise<Report>,
): Promise<Report> {
  const [port] = await freePorts(1);
  const folder = mkdtempSync(join(tmpdir(), "workerd-"));
  copyFileSync(
    fileURLToPath(new URL("everywhere/worker.mjs", import.meta.url)),
    join(folder, "worker.mjs"),
  );
  writeFileSync(join(folder, "config.capnp"), configuration(port));
  const child = spawn(program, ["serve", "config.capnp"], { cwd: folder, stdio: "inherit" });
  const exited = once(child, "exit");
  try {
    return await work(`http://127.0.0.1:${port}/`, child);
  } finally {
    child.kill();
    await exited;
    rmSync(folder, { recursive: true });
  }
}

/**
 * A worker that may reach this machine, which by default it may not. Its date is the earliest that the runtime is for:
 * before it, a request may not say that its answer is not to be kept.
 */
function configuration(port: number | undefined): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "suite", worker = .suite),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "suite")],
);
const suite :Workerd.Worker = (
  modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
  compatibilityDate = "2024-11-11",
);
`;
}

async function untilItAnswers(url: string, child: ChildProcess, body: string): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetch(url, { method: "POST", body });
    } catch (error) {
      // Nothing listens yet.
      if (attempt === 200 || child.exitCode !== null) {
        throw error;
      }
      await sleep(50);
    }
  }
}
