import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { FileChange } from "./compare-files.js";

/** Carries the changes out. Each file is whole at every moment: its text is written beside it, then renamed. */
export async function writeFiles(folder: string, changes: readonly FileChange[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { path, change, text } of changes) {
    const target = join(folder, path);
    if (change === "deleted") {
      await rm(target, { force: true });
    } else if (change !== "unchanged" && text !== undefined) {
      const temporary = `${target}.${String(process.pid)}.tmp`;
      await writeFile(temporary, text);
      await rename(temporary, target);
    }
  }
}
