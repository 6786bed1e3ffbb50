import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** The command, as npm would link it. */
export const bin = fileURLToPath(
  new URL("../../packages/codegen/bin/restate-codegen.js", import.meta.url),
);

/** The packages that the fixtures use. */
export const modules = fileURLToPath(new URL("../../fixtures/node_modules", import.meta.url));

/** The tsconfig of a project that has its sources in `src`. */
export const tsconfig = JSON.stringify({
  compilerOptions: { strict: true, module: "nodenext", lib: ["es2022"], types: [] },
  include: ["src"],
});

/** A service whose handler gives what is asked for. */
export const greeter = (output = "string") => `import * as restate from "@restatedev/restate-sdk";
export const greeter = restate.service({
  name: "Greeter",
  handlers: { greet: async (_ctx: restate.Context, name: string): Promise<${output}> => name as never },
});
`;

/** Another definition, whose handler gives a number. */
export const counter = `import * as restate from "@restatedev/restate-sdk";
export const counter = restate.object({ name: "Counter", handlers: { get: async () => 1 } });
`;

/** A project with the SDK and the runtime installed, and a TypeScript of its own if a version is given. */
export function makeProject(files: Readonly<Record<string, string>>, typescript?: string): string {
  const project = makeFolder({ "tsconfig.json": tsconfig, ...files });
  if (typescript === undefined) {
    install(project);
    return project;
  }
  mkdirSync(join(project, "node_modules"));
  for (const scope of ["@restatedev", "@restate-codegen"]) {
    symlinkSync(join(modules, scope), join(project, "node_modules", scope));
  }
  write(
    project,
    "node_modules/typescript/package.json",
    JSON.stringify({ name: "typescript", version: typescript }),
  );
  return project;
}

/** Installs the SDK and the runtime. */
export function install(folder: string): void {
  symlinkSync(modules, join(folder, "node_modules"));
}

/** A folder that goes when the test is over. */
export function makeFolder(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "restate-codegen-cli-")));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  write(folder, "package.json", JSON.stringify({ type: "module" }));
  for (const [path, text] of Object.entries(files)) {
    write(folder, path, text);
  }
  return folder;
}

/** Runs the command line as a user does. */
export function run(cwd: string, ...flags: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...flags], {
    cwd,
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

/** Writes a file of a folder, and the folders above it. */
export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Reads a file of a folder. */
export function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

/** The names of the files in a folder, sorted. */
export function filesIn(folder: string, path: string): readonly string[] {
  return readdirSync(join(folder, path)).sort();
}

/** The texts of the files in a folder, by name. */
export function snapshot(folder: string, path: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filesIn(folder, path).map((name) => [name, read(folder, join(path, name))]),
  );
}
