import { mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "./spawn.mjs";
import { packageManager, root } from "./workspace.mjs";

/**
 * Packs both packages as they would be published, into `restate-codegen.tgz` and
 * `restate-codegen-runtime.tgz` of the given folder.
 */
export async function packPackages(folder) {
  for (const name of ["runtime", "codegen"]) {
    const into = join(folder, `pack-${name}`);
    mkdirSync(into, { recursive: true });
    await mustRun("npx", ["--yes", packageManager(), "pack", "--pack-destination", into], {
      cwd: join(root, "packages", name),
    });
    const [tarball] = readdirSync(into);
    const target = name === "codegen" ? "restate-codegen.tgz" : `restate-codegen-${name}.tgz`;
    renameSync(join(into, tarball), join(folder, target));
  }
}
