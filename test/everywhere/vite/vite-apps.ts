import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Browser } from "playwright-core";

import { writeFiles } from "../../layouts/place-workspace.js";
import { startServer } from "../../restate/start-server.js";
import { installChromium } from "../platforms/install-chromium.js";
import type { Platform } from "../platforms/platform.js";
import { runSteps } from "../run-steps.js";
import type { Report } from "../suite/check.js";
import { appFiles, type ClientsFolder } from "./app-files.js";
import { developApp } from "./develop-app.js";

/** The oldest Vite that the plugin is for, and the newest. */
const apps: readonly { readonly version: string; readonly clients: ClientsFolder }[] = [
  { version: "5.4.21", clients: "../clients" },
  { version: "8.3.8", clients: "clients" },
];

/** The plugin in an app that is installed and developed as by its users, with our packages from the folder that they are packed in. */
export function viteApps(tarballs: string): readonly Platform[] {
  return apps.map(({ version, clients }) => ({
    name: `Vite ${version}`,
    install: async () => {
      const { name, launch } = await installChromium();
      return {
        name: `Vite ${version}, ${name}`,
        runSuite: () => tryApp(appFiles(tarballs, version, clients), clients, launch),
      };
    },
  }));
}

async function tryApp(
  files: Readonly<Record<string, string>>,
  clients: ClientsFolder,
  launch: () => Promise<Browser>,
): Promise<Report> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "restate-codegen-vite-")));
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const endWith = (end: () => unknown): void => void ends.unshift(end);
  try {
    writeFiles(folder, files);
    const server = await startServer();
    endWith(server.stop);
    const browser = await launch();
    endWith(() => browser.close());
    return await runSteps(developApp({ folder, clients, server, browser, endWith }));
  } finally {
    for (const end of ends) {
      await end();
    }
  }
}
