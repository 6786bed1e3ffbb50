import { lstatSync } from "node:fs";
import { dirname } from "node:path";

import { settledStamp } from "./stamp.js";
import type { Asked, Trace } from "./trace-disk.js";

/**
 * The folder that answers a question as well, as long as no name comes into it or goes: one that has not what was looked
 * for, or whose list it is. Most questions are looking for a file in vain, many in the same folder.
 */
export function tellingFolder({ kind, path, answer }: Asked): string | undefined {
  switch (kind) {
    case "text":
    case "file":
      return answer === "" || answer === "no" ? dirname(path) : undefined;
    case "folder":
      return answer === "no" ? dirname(path) : path;
    case "list":
      return answer.includes("link-to-") ? undefined : path;
    case "real":
      return undefined;
  }
}

/** The stamps of the folders that tell something and have stood still since before a run. */
export function stampFolders({ asked, started }: Trace): Readonly<Record<string, string>> {
  const telling = asked.map((one) => [tellingFolder(one), one.path] as const);
  // What a link leads to comes and goes, and its folder stays as it is.
  const misled = new Set(telling.filter(([, path]) => isLink(path)).map(([folder]) => folder));
  const folders = new Set(telling.map(([folder]) => folder).filter((one) => !misled.has(one)));
  return Object.fromEntries(
    [...folders].flatMap((folder) => {
      const stamp = folder === undefined ? undefined : settledStamp(folder, started);
      return folder === undefined || stamp === undefined ? [] : [[folder, stamp]];
    }),
  );
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch {
    return false;
  }
}
