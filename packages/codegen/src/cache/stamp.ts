import { statSync, type BigIntStats } from "node:fs";

/** For how long a file must have stood still: the clocks of file systems tick in steps of up to two seconds. */
const SETTLED_MS = 3_000;

/**
 * What tells a file's content without reading it: which file it is, and when the system last saw it change. That time
 * cannot be set, as the one that `touch` and archives set can. Undefined where a change could go unnoticed: the file
 * changed just now, so that another change might still have the same time.
 */
export function settledStamp(path: string): string | undefined {
  const stats = statOf(path);
  return stats && Number(stats.ctimeMs) < Date.now() - SETTLED_MS ? print(stats) : undefined;
}

/** Whether a file still has a stamp. */
export function hasStamp(path: string, stamp: string | undefined): boolean {
  const stats = stamp === undefined ? undefined : statOf(path);
  return stats !== undefined && print(stats) === stamp;
}

function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function print({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(" ");
}
