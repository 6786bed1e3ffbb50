import { existsSync } from "node:fs";
import { join } from "node:path";
import { mustRun, runNode } from "./spawn.mjs";
import { readManifest, root, workspaceFolders } from "./workspace.mjs";

/** Builds the two packages: the runtime first, since what the generator writes leans on it. */
export async function buildPackages() {
  for (const folder of ["packages/runtime", "packages/codegen"]) {
    console.log(`build ${folder}`);
    await runNode(join(root, folder, "build.mjs"), [], { cwd: join(root, folder) });
  }
}

/** Builds the packages, then whatever else of the workspace has a build script. */
export async function build() {
  await buildPackages();
  for (const folder of workspaceFolders()) {
    if (!folder.startsWith("packages/") && hasBuildScript(folder)) {
      console.log(`build ${folder}`);
      await mustRun("npm", ["run", "--silent", "build"], { cwd: join(root, folder) });
    }
  }
}

function hasBuildScript(folder) {
  return (
    existsSync(join(root, folder, "package.json")) &&
    readManifest(folder).scripts?.build !== undefined
  );
}
