import { tmpdir } from "node:os";
import { join } from "node:path";

import { workspaceFiles } from "../../layouts/workspace-files.js";
import { runCommand } from "../run-command.js";
import type { PackageManager } from "./package-manager.js";

/**
 * The files of a workspace whose services are in `packages/api`, which depends on our packages as they would be
 * published: on the tarballs in the given folder.
 */
export function filesToInstall(
  { ofWorkspace, files }: Pick<PackageManager, "ofWorkspace" | "files">,
  tarballs: string,
): Readonly<Record<string, string>> {
  return {
    ...workspaceFiles,
    ...files,
    "packages/api/package.json": JSON.stringify({
      name: "@acme/api",
      version: "1.0.0",
      type: "module",
      scripts: { clients: "restate-codegen", "clients:check": "restate-codegen check" },
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

/** Installs what a workspace needs. */
export async function installWorkspace(
  workspace: string,
  command: readonly string[],
): Promise<void> {
  await runCommand(command, workspace, await registry());
}

/** Newer versions of Yarn do not look where npm has its registry from. */
async function registry(): Promise<Readonly<Record<string, string>>> {
  const url = (await runCommand(["npm", "config", "get", "registry"], tmpdir())).trim();
  return { YARN_NPM_REGISTRY_SERVER: url.replace(/\/$/, "") };
}
