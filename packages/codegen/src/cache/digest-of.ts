import { createHash } from "node:crypto";

/** Names a text by all that it says. Two texts with one digest do not happen. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
