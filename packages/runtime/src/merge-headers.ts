import { refusal } from "./error.js";
import type { HeadersOption } from "./options.js";

/** Merges headers by name, in any case; later ones win. Names come out in lower case. */
export async function mergeHeaders(
  sources: readonly (HeadersOption | undefined)[],
): Promise<Record<string, string>> {
  const merged: Record<string, string> = {};
  for (const source of sources) {
    const values = typeof source === "function" ? await source() : source;
    for (const [name, value] of Object.entries(values ?? {})) {
      if (value !== undefined) {
        // Restate's ingress refuses other bytes, `fetch` some of them. The value may be a secret.
        if (typeof value !== "string" || !/^[\t -~]*$/.test(value)) {
          throw refusal(`The value of header ${name} must be printable ASCII.`);
        }
        merged[name.toLowerCase()] = value;
      }
    }
  }
  return merged;
}
