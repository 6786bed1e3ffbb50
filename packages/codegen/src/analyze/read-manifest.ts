import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The `package.json` of a folder; `undefined` where there is none, and empty where it makes no sense. */
export function readManifest(folder: string): Readonly<Record<string, unknown>> | undefined {
  try {
    // Package managers read it with a byte order mark, too.
    const text = readFileSync(join(folder, "package.json"), "utf8").replace(/^\uFEFF/, "");
    const manifest: unknown = JSON.parse(text);
    return typeof manifest === "object" ? { ...manifest } : {};
  } catch (error) {
    return error instanceof SyntaxError ? {} : undefined;
  }
}
