import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestContext } from "vitest";

const runtime = fileURLToPath(new URL("../../packages/runtime", import.meta.url));

/**
 * Writes a project outside of the workspace, with the runtime as its only package, and returns its
 * folder. It goes when the test that asked for it ends.
 */
export function projectFolder(
  { onTestFinished }: Pick<TestContext, "onTestFinished">,
  files: Readonly<Record<string, string>>,
): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "restate-codegen-compile-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, "node_modules/@restate-codegen"), { recursive: true });
  symlinkSync(runtime, join(folder, "node_modules/@restate-codegen/runtime"), "junction");
  return folder;
}
