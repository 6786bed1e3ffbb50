import { mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { remove } from "./cached-project.js";
import { write } from "../cli/project.js";

/** The files of a folder by path: their texts, and what links lead to. */
export type Snapshot = ReadonlyMap<string, Found>;

type Found = { readonly text: string } | { readonly link: string };

/** Reads all that is in a folder, but for caches. */
export function takeSnapshot(folder: string, path = ""): Snapshot {
  const entries = readdirSync(join(folder, path), { withFileTypes: true });
  return new Map(
    entries.flatMap((entry): (readonly [string, Found])[] => {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) {
        return entry.name === ".cache" ? [] : [...takeSnapshot(folder, inside)];
      }
      const found = entry.isSymbolicLink()
        ? { link: readlinkSync(join(folder, inside)) }
        : { text: readFileSync(join(folder, inside), "utf8") };
      return [[inside, found]];
    }),
  );
}

/** Makes a folder what it was, and leaves alone what still is. */
export function restore(folder: string, snapshot: Snapshot): void {
  const now = takeSnapshot(folder);
  for (const path of now.keys()) {
    if (!isSame(now.get(path), snapshot.get(path))) {
      remove(folder, path);
    }
  }
  for (const [path, found] of snapshot) {
    if (isSame(now.get(path), found)) {
      continue;
    }
    if ("text" in found) {
      write(folder, path, found.text);
    } else {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      symlinkSync(found.link, join(folder, path));
    }
  }
}

function isSame(one: object | undefined, other: object | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
