import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

/** Does something while a file has other texts in place of some of its own. */
export async function withEdits(
  file: string,
  edits: Readonly<Record<string, string>>,
  work: () => Promise<void>,
): Promise<void> {
  const text = readFileSync(file, "utf8");
  const edited = Object.entries(edits).reduce((before, [from, to]) => {
    assert.ok(before.includes(from), `${file} does not have ${from}`);
    return before.replaceAll(from, to);
  }, text);
  writeFileSync(file, edited);
  try {
    await work();
  } finally {
    writeFileSync(file, text);
  }
}
