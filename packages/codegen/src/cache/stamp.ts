import { statSync, type Stats } from "node:fs";

/** For how long a file must have stood still: the clocks of file systems tick in steps of up to two seconds. */
const SETTLED_MS = 3_000;

/**
 * What tells the content of a file, or the names in a folder, without reading it: which one it is, and when the system
 * last saw it change. That time cannot be set, as the one that `touch` and archives set can. Undefined where a change
 * could go unnoticed: it changed so short a time before `now` that another change might still have the same time.
 */
export function settledStamp(path: string, now = Date.now()): string | undefined {
  const stats = statOf(path);
  return stats && stats.ctimeMs < now - SETTLED_MS ? print(stats) : undefined;
}

/** Whether a file or a folder still has a stamp. */
export function hasStamp(path: string, stamp: string | undefined): boolean {
  const stats = stamp === undefined ? undefined : statOf(path);
  return stats !== undefined && print(stats) === stamp;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function print({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string {
  return [dev, ino, size, mtimeMs, ctimeMs].join(" ");
}
