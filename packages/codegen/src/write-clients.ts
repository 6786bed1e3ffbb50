import { relative, sep } from "node:path";

import { diagnose } from "./diagnostics/diagnose.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { messages } from "./diagnostics/messages.js";
import type { GenerateResult } from "./generate.js";
import { writeFiles } from "./write/write-files.js";

/** Writes what `generate` gave, and says what could not be written. Files that are not ours are never touched. */
export async function writeClients({
  cwd,
  folder,
  changes,
}: GenerateResult): Promise<readonly Diagnostic[]> {
  const failures = await writeFiles(folder, changes);
  return failures.map(({ path, reason }) =>
    diagnose(messages.writeFailed(relative(cwd, path).split(sep).join("/"), reason)),
  );
}
