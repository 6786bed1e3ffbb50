import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { generate } from "restate-codegen";

import { placeWorkspace, writeFiles } from "../../layouts/place-workspace.js";
import { workspaceFiles } from "../../layouts/workspace-files.js";
import type { Platform } from "../platforms/platform.js";
import { runCommand } from "../run-command.js";
import { runSteps } from "../run-steps.js";
import type { Report } from "../suite/check.js";
import { textsIn } from "../texts-in.js";
import { filesToInstall, installWorkspace } from "./installed-workspace.js";
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
        writeFiles(workspace, filesToInstall(manager, tarballs));
        await installWorkspace(workspace, [...command, ...manager.install]);
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

/** What comes of the workspace where the packages of this repository are linked into it. */
async function usualClients(home: string): Promise<Readonly<Record<string, string>>> {
  const workspace = join(home, "linked");
  placeWorkspace(workspace, "hoisted", workspaceFiles);
  const { changes } = await generate({ cwd: join(workspace, "packages/api") });
  return Object.fromEntries(changes.map(({ path, text = "" }) => [path, text]));
}
