import { dirname } from "node:path";

import type { Basis } from "../cache/basis.js";
import { realDisk } from "../disk/real-disk.js";

/**
 * The folders in which something has to happen before a run comes out differently: those of what was found, and what is
 * below them of those where something was looked for. Installed packages are not among them: whoever installs some
 * changes a lockfile, too.
 */
export function foldersOf({ asked, outputs }: Basis): ReadonlySet<string> {
  const questions = asked.filter(({ kind, path }) => kind !== "real" && !others.test(path));
  const isFound = ({ answer }: { readonly answer: string }) => answer !== "" && answer !== "no";
  const found = new Set([
    ...questions.filter(isFound).map(folderOf),
    ...outputs.map(({ path }) => nearest(dirname(path))),
  ]);
  const missed = new Set(questions.filter((one) => !isFound(one)).map(folderOf));
  const below = [...missed].map(nearest).filter((folder) => isBelow(folder, found));
  return new Set([...found, ...below]);
}

/** What is other programs' business. */
const others = /[\\/](?:node_modules|\.git)(?:[\\/]|$)/;

function folderOf({ kind, path }: Basis["asked"][number]): string {
  return kind === "list" || kind === "folder" ? path : dirname(path);
}

function nearest(folder: string): string {
  const parent = dirname(folder);
  return realDisk.isFolder(folder) || parent === folder ? folder : nearest(parent);
}

function isBelow(folder: string, above: ReadonlySet<string>): boolean {
  const parent = dirname(folder);
  return above.has(folder) || (parent !== folder && isBelow(parent, above));
}
