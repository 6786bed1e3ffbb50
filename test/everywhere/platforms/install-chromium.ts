import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

import { chromium, type Browser } from "playwright-core";

const execute = promisify(execFile);

const programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const flags = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
  // A host that is not this machine by name, and not reached over TLS: such a page has fewer globals.
  "--host-resolver-rules=MAP page.test 127.0.0.1",
];

/** The operating system's Chromium. */
export interface Chromium {
  /** As the program calls itself: `Chromium 141.0.7390.54`. */
  readonly name: string;
  /** Starts it, without a window. */
  readonly launch: () => Promise<Browser>;
}

/** Finds it, or installs it where that can be done. */
export async function installChromium(): Promise<Chromium> {
  const executablePath = await findProgram();
  const { stdout } = await execute(executablePath, ["--version"]);
  return {
    name: stdout.split(" ", 2).join(" "),
    launch: () => chromium.launch({ executablePath, args: flags }),
  };
}

async function findProgram(): Promise<string> {
  if (!programs.some((path) => existsSync(path))) {
    await installFromDebian();
  }
  const program = programs.find((path) => existsSync(path));
  if (program === undefined) {
    throw new Error(`none of ${programs.join(", ")} is there`);
  }
  return program;
}

async function installFromDebian(): Promise<void> {
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) {
    throw new Error("it is not there, and only root can install it, on Debian");
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await execute("apt-get", ["update"], { timeout: 120_000 });
  const args = ["install", "--yes", "--no-install-recommends", "chromium"];
  await execute("apt-get", args, { timeout: 300_000, maxBuffer: 2 ** 24, env });
}
