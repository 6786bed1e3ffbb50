import { join } from "node:path";

import type { Disk } from "./disk.js";

/** The `package.json` of a folder; `undefined` where there is none, and empty where it makes no sense. */
export function readManifest(
  folder: string,
  disk: Disk,
): Readonly<Record<string, unknown>> | undefined {
  const text = disk.readText(join(folder, "package.json"));
  if (text === undefined) {
    return undefined;
  }
  try {
    // Package managers read it with a byte order mark, too.
    const manifest: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof manifest === "object" ? { ...manifest } : {};
  } catch {
    return {};
  }
}
