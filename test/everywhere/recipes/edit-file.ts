import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

/** Puts other texts in place of some in a file, which has to have them, and returns what was there before. */
export function editFile(file: string, edits: Readonly<Record<string, string>>): string {
  const before = readFileSync(file, "utf8");
  const after = Object.entries(edits).reduce((text, [from, to]) => {
    assert.ok(text.includes(from), `${file} does not have ${from}`);
    return text.replaceAll(from, to);
  }, before);
  writeFileSync(file, after);
  return before;
}
