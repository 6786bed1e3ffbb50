import { createHash } from "node:crypto";

/** Names a text by what it says: the start of its SHA-256. Git may have changed its line ends, which say nothing. */
export function digest(text: string): string {
  return createHash("sha256").update(withUnixLines(text)).digest("hex").slice(0, 16);
}

/** Whether two texts are the same but for their line ends. */
export function isSameText(one: string, other: string): boolean {
  return one === other || withUnixLines(one) === withUnixLines(other);
}

function withUnixLines(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
