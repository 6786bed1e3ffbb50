import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

/** Puts other texts in place of some that a file has, wherever they are in there, and returns what it was before. */
export function editFile(path: string, edits: Readonly<Record<string, string>>): string {
  const text = readFileSync(path, "utf8");
  const edited = Object.entries(edits).reduce((before, [from, to]) => {
    assert.ok(before.includes(from), `${path} does not have ${from}`);
    return before.replaceAll(from, () => to);
  }, text);
  writeFileSync(path, edited);
  return text;
}

/** Does something while a file is edited. */
export async function withEdits(
  path: string,
  edits: Readonly<Record<string, string>>,
  work: () => Promise<void>,
): Promise<void> {
  const text = editFile(path, edits);
  try {
    await work();
  } finally {
    writeFileSync(path, text);
  }
}
