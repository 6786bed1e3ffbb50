import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top folder of the workspace. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Reads the package.json of a folder of the workspace (`packages/runtime`; `.` is the top). */
export function readManifest(folder) {
  return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
}

/** The pinned package manager, as npx takes it: `pnpm@10.34.9`. */
export function packageManager() {
  return readManifest(".").packageManager.split("+")[0];
}

/** The folders of the workspace's packages, packages/* first; the top itself is not among them. */
export function workspaceFolders() {
  const lines = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8").split("\n");
  const start = lines.indexOf("packages:") + 1;
  const end = lines.findIndex((line, index) => index >= start && !/^\s+- /.test(line));
  return lines
    .slice(start, end === -1 ? undefined : end)
    .map((line) =>
      line
        .replace(/^\s+- /, "")
        .replaceAll(/["']/g, "")
        .trim(),
    )
    .flatMap((pattern) => (pattern.endsWith("/*") ? foldersIn(pattern.slice(0, -2)) : [pattern]))
    .filter((folder) => existsSync(join(root, folder, "package.json")));
}

function foldersIn(parent) {
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`)
    .sort();
}

/** The script behind a command of an installed package: `binOf("vitest")`, `binOf("typescript", "tsc")`. */
export function binOf(packageName, command = packageName, folder = ".") {
  const { bin } = JSON.parse(
    readFileSync(join(root, folder, "node_modules", packageName, "package.json"), "utf8"),
  );
  const path = typeof bin === "string" ? bin : bin[command];
  return join(root, folder, "node_modules", packageName, path);
}
