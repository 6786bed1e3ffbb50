import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the packages that a workspace depends on are, and where it links its own. */
export type Layout = "hoisted" | "isolated";

/** The packages of the fixtures. */
const modules = fileURLToPath(new URL("../../fixtures/node_modules", import.meta.url));

/** The packages from outside that the one with the services needs. */
const dependencies = ["@restatedev/restate-sdk", "@restate-codegen/runtime", "zod"];

/** Writes a workspace into a folder, and links what it needs as a package manager of that layout would. */
export function placeWorkspace(
  folder: string,
  layout: Layout,
  files: Readonly<Record<string, string>>,
): void {
  writeFiles(folder, files);
  const home = layout === "hoisted" ? folder : join(folder, "packages/api");
  for (const dependency of dependencies) {
    link(join(modules, dependency), join(home, "node_modules", dependency));
  }
  link(join(folder, "packages/types"), join(home, "node_modules/@acme/types"));
}

/** Writes files into a folder, and the folders they are in. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}
