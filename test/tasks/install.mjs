import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "./spawn.mjs";
import { packageManager, readManifest, root, workspaceFolders } from "./workspace.mjs";

const stamp = join(root, "node_modules", ".installed");

/** Installs the locked dependencies, unless the last installation was for exactly these manifests. */
export async function install() {
  const wanted = fingerprint();
  if (isComplete() && readFileSync(stamp, "utf8") === wanted) {
    return;
  }
  await mustRun("npx", [
    "--yes",
    packageManager(),
    "install",
    "--frozen-lockfile",
    // Without a terminal pnpm would give up instead of asking whether it may replace node_modules.
    "--config.confirmModulesPurge=false",
  ]);
  writeFileSync(stamp, wanted);
}

function isComplete() {
  return existsSync(stamp) && workspaceFolders().every((folder) => hasModules(folder));
}

function hasModules(folder) {
  const { dependencies, devDependencies } = readManifest(folder);
  const isEmpty = Object.keys({ ...dependencies, ...devDependencies }).length === 0;
  return isEmpty || existsSync(join(root, folder, "node_modules"));
}

function fingerprint() {
  const hash = createHash("sha256");
  const manifests = [".", ...workspaceFolders()].map((folder) => `${folder}/package.json`);
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests]) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}
