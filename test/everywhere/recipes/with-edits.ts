import { writeFileSync } from "node:fs";

import { editFile } from "./edit-file.js";

/** Does something while a file has other texts in place of some of its own. */
export async function withEdits(
  file: string,
  edits: Readonly<Record<string, string>>,
  work: () => Promise<void>,
): Promise<void> {
  const text = editFile(file, edits);
  try {
    await work();
  } finally {
    writeFileSync(file, text);
  }
}
