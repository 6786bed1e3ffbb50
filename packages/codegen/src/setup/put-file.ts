import { rename, writeFile } from "node:fs/promises";

import { diagnose } from "../diagnostics/diagnose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { messages } from "../diagnostics/messages.js";
import type { Disk } from "../disk/disk.js";
import { relativePath } from "../paths/relative-path.js";

/** A file that setting up is about. */
export interface InitFile {
  /** As seen from the working directory. */
  readonly path: string;
  readonly done: "created" | "extended" | "kept";
  /** What it is for, in a few words. */
  readonly about: string;
}

/** A file, and what it should hold: all that it held, and more. */
export interface Wanted {
  readonly path: string;
  readonly about: string;
  readonly change: (before: string) => string;
}

/** Brings a file to what it should hold. It is whole at every moment, and what appears in its place meanwhile stays. */
export async function putFile(
  { path, about, change }: Wanted,
  { cwd, disk }: { readonly cwd: string; readonly disk: Disk },
): Promise<InitFile | Diagnostic> {
  const before = disk.readText(path);
  const text = change(before ?? "");
  const shown = relativePath(path, cwd);
  try {
    if (before === undefined) {
      await writeFile(path, text, { flag: "wx" });
    } else if (before !== text) {
      // A link stays one.
      const target = disk.realPath(path);
      const temporary = `${target}.${String(process.pid)}.tmp`;
      await writeFile(temporary, text);
      await rename(temporary, target);
    }
  } catch (error) {
    return diagnose(messages.writeFailed(shown, reasonOf(error)));
  }
  const done = before === undefined ? "created" : before === text ? "kept" : "extended";
  return { path: shown, done, about };
}

/** What the system refuses is the user's to know; anything else is a bug. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && "code" in error) {
    return error.message;
  }
  throw error;
}
