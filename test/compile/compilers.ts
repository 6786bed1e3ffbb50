import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A TypeScript release that generated code must compile with. */
export type TypeScriptVersion = "5.4" | "5.9" | "6" | "7";

/** The releases under test, oldest first. */
export const versions: readonly TypeScriptVersion[] = ["5.4", "5.9", "6", "7"];

const require = createRequire(import.meta.url);

/**
 * Compiles a folder with its own tsconfig.json, which this writes. Resolves with what the compiler
 * printed, which is nothing where all is well.
 */
export function compile(
  version: TypeScriptVersion,
  folder: string,
  tsconfig: { readonly compilerOptions: object; readonly include: readonly string[] },
): Promise<string> {
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig, null, 2));
  const args = [compilerOf(version), "-p", folder, "--pretty", "false"];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const printed = stdout + stderr;
      resolve(error !== null && printed === "" ? error.message : printed);
    });
  });
}

function compilerOf(version: TypeScriptVersion): string {
  const manifest = require.resolve(`typescript-${version}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: { tsc: string } };
  return join(dirname(manifest), bin.tsc);
}
