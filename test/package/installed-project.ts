import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { packPackages } from "../tasks/pack.mjs";
import { outerEnvironment } from "./outer-environment.js";

/** A project in an empty folder that has installed both packages as published. */
export interface InstalledProject {
  /** Where it is. */
  readonly folder: string;
  /** Runs a command in it and returns what it prints; throws where the exit code is not 0. */
  run(command: string, ...args: readonly string[]): string;
  /** Deletes it. */
  remove(): void;
}

/** Packs both packages and installs them with npm, beside what else the project asks for. */
export async function installedProject(
  files: Readonly<Record<string, string>>,
  dependencies: readonly string[],
): Promise<InstalledProject> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "restate-codegen-package-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const run = (command: string, ...args: readonly string[]): string =>
    execFileSync(command, args, { cwd: folder, encoding: "utf8", env: outerEnvironment() });

  const tarballs = join(folder, "tarballs");
  await packPackages(tarballs);
  const ours = ["restate-codegen-runtime.tgz", "restate-codegen.tgz"].map((name) =>
    join(tarballs, name),
  );
  run("npm", "install", "--no-audit", "--no-fund", ...ours, ...dependencies);
  return { folder, run, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
