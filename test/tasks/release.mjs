import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { mustRun } from "./spawn.mjs";
import { packageManager, readManifest, root } from "./workspace.mjs";

/** `npm run release`: publishes the packages whose versions are not published yet, from the release workflow. */
export async function release() {
  await build();
  const { GITHUB_REPOSITORY: repository } = process.env;
  if (repository === undefined) {
    throw new Error("Releases are made by the release workflow; see CONTRIBUTING.md.");
  }
  for (const folder of ["packages/runtime", "packages/codegen"]) {
    nameRepository(folder, repository);
  }
  await mustRun("npx", ["--yes", packageManager(), "exec", "changeset", "publish"]);
}

/** npm attests where a package was built only if its manifest names the same place, which differs in a fork. */
function nameRepository(folder, repository) {
  const url = `git+https://github.com/${repository}.git`;
  const manifest = { ...readManifest(folder), repository: { type: "git", url, directory: folder } };
  writeFileSync(join(root, folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}
