// Builds dist/: the compiled library and command line, and the templates they print with.
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const root = join(folder, "../..");

rmSync(join(folder, "dist"), { recursive: true, force: true });
compile();
cpSync(join(root, "templates"), join(folder, "dist/templates"), { recursive: true });
copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"));

function compile() {
  const manifest = createRequire(join(root, "package.json")).resolve("typescript/package.json");
  const tsc = join(dirname(manifest), JSON.parse(readFileSync(manifest, "utf8")).bin.tsc);
  const { status } = spawnSync(process.execPath, [tsc, "-p", join(folder, "tsconfig.build.json")], {
    stdio: "inherit",
  });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
