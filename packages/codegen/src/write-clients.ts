import { diagnose } from "./diagnostics/diagnose.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { messages } from "./diagnostics/messages.js";
import type { GenerateResult } from "./generate-result.js";
import { relativePath } from "./paths/relative-path.js";
import { writeFiles } from "./write/write-files.js";

/** How to write. */
export interface WriteClientsOptions {
  /** How many milliseconds to wait for another run that writes to the same folder. Default: 20,000. */
  readonly patience?: number | undefined;
}

/** Writes what `generate` gave, and says what could not be written. Files that are not ours are never touched. */
export async function writeClients(
  { cwd, folder, changes }: GenerateResult,
  { patience }: WriteClientsOptions = {},
): Promise<readonly Diagnostic[]> {
  const { failures, holder } = await writeFiles(folder, changes, { patience });
  const show = (path: string) => relativePath(path, cwd);
  return [
    ...(holder === undefined ? [] : [diagnose(messages.anotherRun(show(folder), holder))]),
    ...failures.map(({ path, reason }) => diagnose(messages.writeFailed(show(path), reason))),
  ];
}
