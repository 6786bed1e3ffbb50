import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));

/** A folder of modules as the generator writes it, with everything below. */
export interface GeneratedFolder {
  /** Relative to fixtures/, with forward slashes: `types/enum/expected`. */
  readonly path: string;
  /** The TypeScript files in it, by their path relative to the folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** Reads all that is generated below fixtures/: expected outputs, and the clients of projects. */
export function generatedFolders(): readonly GeneratedFolder[] {
  const projects = foldersIn("").map((project) => `${project}/src/clients`);
  const cases = foldersIn("").flatMap((group) =>
    foldersIn(group).map((name) => `${group}/${name}/expected`),
  );
  return [...projects, ...cases]
    .filter((path) => existsSync(join(fixtures, path)))
    .map((path) => ({ path, files: typeScriptFilesIn(path) }))
    .filter(({ files }) => files.size > 0);
}

function foldersIn(parent: string): readonly string[] {
  return readdirSync(join(fixtures, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

function typeScriptFilesIn(path: string): ReadonlyMap<string, string> {
  const folder = join(fixtures, path);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    files.map((file) => [relative(folder, file).split(sep).join("/"), readFileSync(file, "utf8")]),
  );
}
