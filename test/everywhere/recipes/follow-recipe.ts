import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { startServer } from "../../restate/start-server.js";
import { runSteps } from "../run-steps.js";
import type { Report } from "../suite/check.js";
import type { Recipe } from "./recipe.js";

const fixtures = fileURLToPath(new URL("../../fixtures/recipes/", import.meta.url));

/** Follows a recipe in a copy of its project, on a server of its own, with our packages from the given folder. */
export async function followRecipe(
  { folder: name, follow }: Recipe,
  tarballs: string,
): Promise<Report> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "restate-codegen-recipe-")));
  const ends: (() => unknown)[] = [
    () => rmSync(home, { recursive: true, force: true, maxRetries: 3 }),
  ];
  const endWith = (end: () => unknown): void => void ends.unshift(end);
  try {
    const folder = join(home, name);
    placeRecipe(join(fixtures, name), folder, tarballs);
    const server = await startServer();
    endWith(server.stop);
    return await runSteps(follow({ folder, server, endWith }));
  } finally {
    for (const end of ends) {
      await end();
    }
  }
}

/** Copies a project without what was installed or built in it, and has it depend on the packed packages. */
function placeRecipe(from: string, to: string, tarballs: string): void {
  const left = new Set(["node_modules", "dist", ".next"]);
  cpSync(from, to, { recursive: true, filter: (path) => !left.has(basename(path)) });
  const manifests = readdirSync(to, { recursive: true, encoding: "utf8" }).filter(
    (path) => basename(path) === "package.json",
  );
  for (const path of manifests.map((one) => join(to, one))) {
    const text = readFileSync(path, "utf8")
      .replace(/("restate-codegen": )".*?"/, `$1"file:${tarballs}/restate-codegen.tgz"`)
      .replace(
        /("@restate-codegen\/runtime": )".*?"/,
        `$1"file:${tarballs}/restate-codegen-runtime.tgz"`,
      );
    writeFileSync(path, text);
  }
}
