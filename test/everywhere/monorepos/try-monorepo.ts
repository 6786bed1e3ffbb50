import assert from "node:assert/strict";
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { writeFiles } from "../../layouts/place-workspace.js";
import { editFile } from "../edit-file.js";
import { filesToInstall, installWorkspace } from "../layouts/installed-workspace.js";
import { runCommand } from "../run-command.js";
import { runSteps } from "../run-steps.js";
import type { Report } from "../suite/check.js";
import { textsIn } from "../texts-in.js";
import type { TaskRunner } from "./all-monorepos.js";

/** A recipe, and the folder that our packages are packed in. */
export interface Recipe {
  readonly config: string;
  readonly tarballs: string;
}

/** Follows a recipe in two checkouts of one workspace, which share a cache as two machines do. */
export async function tryMonorepo(runner: TaskRunner, recipe: Recipe): Promise<Report> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "restate-codegen-recipe-")));
  const [here, there] = [join(home, "here"), join(home, "there")] as const;
  const hits = (script: string, workspace = here) => hitsOf(runner, script, workspace);
  const edit = (path: string, from: string, to: string) =>
    editFile(join(here, path), { [from]: to });
  let clients: Readonly<Record<string, string>> = {};
  try {
    return await runSteps({
      "its workspace can be installed": () => prepare(here, runner, recipe),
      "the first run generates": async () => {
        assert.equal(await hits("clients"), 0);
        clients = clientsIn(here);
        assert.deepEqual(Object.keys(clients).sort(), ["contract.json", "index.ts", "prices.ts"]);
      },
      "the second run brings back what was deleted": async () => {
        rmSync(join(here, "packages/api/src/clients"), { recursive: true });
        assert.equal(await hits("clients"), 1);
        assert.deepEqual(clientsIn(here), clients);
      },
      "check is content with it": async () => {
        assert.equal(await hits("clients:check"), 0);
      },
      "another checkout gets it without generating": async () => {
        cpSync(here, there, { recursive: true, verbatimSymlinks: true });
        rmSync(join(there, "packages/api/src/clients"), { recursive: true });
        assert.equal(await hits("clients", there), 1);
        assert.deepEqual(clientsIn(there), clients);
      },
      "a client that is edited fails the check": async () => {
        edit("packages/api/src/clients/prices.ts", "Knows what", "Knows not what");
        await assert.rejects(hits("clients:check"), /edited by hand/);
        await hits("clients");
        assert.deepEqual(clientsIn(here), clients);
      },
      "a service that changes is generated": async () => {
        edit("packages/api/src/prices.ts", "Knows what", "Knows all that");
        assert.equal(await hits("clients"), 0);
        assert.match(clientsIn(here)["prices.ts"] ?? "", /Knows all that/);
      },
      "a type that another package changes is generated": async () => {
        edit("packages/types/src/money.ts", '"JPY"', '"CHF"');
        assert.equal(await hits("clients"), 0);
        assert.match(clientsIn(here)["prices.ts"] ?? "", /CHF/);
      },
      "another way to format is generated": async () => {
        edit(".prettierrc", '"semi": false', '"semi": true');
        assert.equal(await hits("clients"), 0);
        assert.match(clientsIn(here)["index.ts"] ?? "", /;\n/);
      },
      "check is content with all of it": async () => {
        assert.equal(await hits("clients:check"), 0);
      },
      "what was before is not generated again": async () => {
        edit(".prettierrc", '"semi": true', '"semi": false');
        edit("packages/types/src/money.ts", '"CHF"', '"JPY"');
        edit("packages/api/src/prices.ts", "Knows all that", "Knows what");
        assert.equal(await hits("clients"), 1);
        assert.deepEqual(clientsIn(here), clients);
      },
    });
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function prepare(
  workspace: string,
  { package: [name, version], config: file }: TaskRunner,
  { config, tarballs }: Recipe,
): Promise<void> {
  const npm = (await runCommand(["npm", "--version"], tmpdir())).trim();
  writeFiles(workspace, {
    ...filesToInstall({ ofWorkspace: "*", files: {} }, tarballs),
    ".gitignore": "node_modules\n.turbo\n.nx\n",
    "package.json": JSON.stringify({
      private: true,
      packageManager: `npm@${npm}`,
      workspaces: ["packages/*"],
      devDependencies: { [name]: version },
    }),
    [file]: config,
  });
  await installWorkspace(workspace, ["npm", "install", "--no-audit", "--no-fund"]);
  await runCommand(["git", "init", "--quiet"], workspace);
  await runCommand(["git", "add", "--all"], workspace);
}

async function hitsOf(
  { run, env, hits }: TaskRunner,
  script: string,
  workspace: string,
): Promise<number> {
  const cache = join(workspace, "../cache");
  const printed = await runCommand(["npm", "exec", "--", ...run(script)], workspace, env(cache));
  const [, count] = hits.exec(printed) ?? [];
  assert.ok(count !== undefined, `It does not say how much it found in its cache:\n${printed}`);
  return Number(count);
}

function clientsIn(workspace: string): Readonly<Record<string, string>> {
  return textsIn(join(workspace, "packages/api/src/clients"));
}
