import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { generate } from "restate-codegen";

import { placeWorkspace, writeFiles } from "../../layouts/place-workspace.js";
import { workspaceFiles } from "../../layouts/workspace-files.js";
import type { Platform } from "../platforms/platform.js";
import { runCommand } from "../run-command.js";
import { runSteps } from "../run-steps.js";
import type { Report } from "../suite/check.js";
import { installManager, packageManagers, type PackageManager } from "./package-manager.js";

/** A workspace as each package manager installs it, with our packages from the folder that they are packed in. */
export function allLayouts(tarballs: string): readonly Platform[] {
  return packageManagers.map((manager) => ({
    name: manager.name,
    install: async () => {
      const command = await installManager(manager);
      return { name: manager.name, runSuite: () => tryLayout(manager, command, tarballs) };
    },
  }));
}

async function tryLayout(
  manager: PackageManager,
  command: readonly string[],
  tarballs: string,
): Promise<Report> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "restate-codegen-layout-")));
  const workspace = join(home, "späte Läufe #1 (100%)");
  const api = join(workspace, "packages/api");
  const codegen = [...command, ...manager.run, "restate-codegen"];
  try {
    return await runSteps({
      "its packages can be installed": async () => {
        const files = { ...workspaceFiles, ...manager.files, ...manifest(manager, tarballs) };
        writeFiles(workspace, files);
        await runCommand([...command, ...manager.install], workspace, await registry());
      },
      "it gives the same clients as any other": async () => {
        await runCommand(codegen, api);
        assert.deepEqual(textsIn(join(api, "src/clients")), await usualClients(home));
      },
      "check is content": async () => {
        await runCommand([...codegen, "check", "--strict"], api);
      },
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The manifest of the package with the services, which depends on our packages as they would be published. */
function manifest(
  { ofWorkspace }: PackageManager,
  tarballs: string,
): Readonly<Record<string, string>> {
  return {
    "packages/api/package.json": JSON.stringify({
      name: "@acme/api",
      version: "1.0.0",
      type: "module",
      dependencies: {
        "@acme/types": ofWorkspace,
        "@restate-codegen/runtime": `file:${join(tarballs, "restate-codegen-runtime.tgz")}`,
        "@restatedev/restate-sdk": "1.17.2",
        zod: "^4.1.0",
      },
      devDependencies: {
        "restate-codegen": `file:${join(tarballs, "restate-codegen.tgz")}`,
        typescript: "~5.9.3",
      },
    }),
  };
}

/** Newer versions of Yarn do not look where npm has its registry from. */
async function registry(): Promise<Readonly<Record<string, string>>> {
  const url = (await runCommand(["npm", "config", "get", "registry"], tmpdir())).trim();
  return { YARN_NPM_REGISTRY_SERVER: url.replace(/\/$/, "") };
}

/** What comes of the workspace where the packages of this repository are linked into it. */
async function usualClients(home: string): Promise<Readonly<Record<string, string>>> {
  const workspace = join(home, "linked");
  placeWorkspace(workspace, "hoisted", workspaceFiles);
  const { changes } = await generate({ cwd: join(workspace, "packages/api") });
  return Object.fromEntries(changes.map(({ path, text = "" }) => [path, text]));
}

function textsIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}
