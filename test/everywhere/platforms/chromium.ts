import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";

import { chromium as driver, type Browser } from "playwright-core";

import type { Report, Scene } from "../suite/check.js";
import type { Platform } from "./platform.js";

const execute = promisify(execFile);

const programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const flags = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
  // A host that is not this machine by name, and not reached over TLS: such a page has fewer globals.
  "--host-resolver-rules=MAP page.test 127.0.0.1",
];

/** A page of another origin than the ingress, in the operating system's Chromium. */
export const chromium: Platform = {
  name: "a page in Chromium",
  install: async () => {
    const executablePath = await findProgram();
    const { stdout } = await execute(executablePath, ["--version"]);
    return {
      name: `a page in ${stdout.split(" ", 2).join(" ")}`,
      runSuite: async (scene) => {
        const browser = await driver.launch({ executablePath, args: flags });
        try {
          return await runInPage(browser, scene);
        } finally {
          await browser.close();
        }
      },
    };
  },
};

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

async function runInPage(browser: Browser, scene: Scene): Promise<Report> {
  const script = readFileSync(new URL("everywhere/page.js", import.meta.url));
  const server = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : '<!doctype html><script src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    // A listening TCP server has a port; the other forms are for pipes.
    const { port } = server.address() as AddressInfo;
    const page = await browser.newPage();
    await page.goto(`http://page.test:${port}/`);
    // The script has left this function there.
    return await page.evaluate<Report>(`runSuite(${JSON.stringify({ ...scene, isPage: true })})`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
