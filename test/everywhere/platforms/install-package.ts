import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

import { root } from "../../tasks/workspace.mjs";

/** Holds one folder for each package and version, and is kept between runs. */
const cache = join(root, "node_modules/.cache/everywhere");

/**
 * Installs one version of an npm package that holds a program for this operating system, and
 * returns the program's path.
 */
export async function installPackage(name: string, version: string, path: string): Promise<string> {
  const folder = join(cache, `${name.replaceAll("/", "+")}@${version}`);
  const program = join(folder, "node_modules", name, path);
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    // Else npm would take the nearest package.json above for the one to install into.
    writeFileSync(join(folder, "package.json"), "{}");
    const flags = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"];
    await promisify(execFile)("npm", ["install", ...flags, `${name}@${version}`], {
      cwd: folder,
      timeout: 180_000,
    }).catch((error: unknown) => {
      throw new Error(`npm cannot install ${name}@${version}: ${lastLine(error)}`);
    });
  }
  return program;
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { readonly stderr?: string; readonly message: string };
  const lines = (stderr ?? "").split("\n").filter((line) => line.startsWith("npm error"));
  return lines[1] ?? lines[0] ?? message;
}
