import { digest, isSameText } from "./digest.js";
import type { OutputFolder } from "./output-folder.js";

/** What a run does to one file. */
export interface FileChange {
  /** Relative to the output folder. */
  readonly path: string;
  readonly change: "created" | "updated" | "unchanged" | "deleted";
  /** What stands there now; absent for a file that is created. */
  readonly before?: string;
  /** The new text; absent for a deletion. Of an unchanged file what stands there, whatever its line ends. */
  readonly text?: string;
  /** Whether somebody edited the file since it was written, so that the change undoes an edit. */
  readonly edited: boolean;
}

/** A file and the text it should have. */
export interface WantedFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Compares what should be with what is. A file of ours that is no longer wanted goes, unless it is among `kept`;
 * files of others are never in the result, so nothing happens to them.
 */
export function compareFiles(
  wanted: readonly WantedFile[],
  { own, contract }: Pick<OutputFolder, "own" | "contract">,
  kept: "all" | ReadonlySet<string>,
): readonly FileChange[] {
  const paths = new Set(wanted.map(({ path }) => path));
  const stale = [...own].filter(
    ([path]) =>
      !paths.has(path) &&
      kept !== "all" &&
      !kept.has(path) &&
      (!isCompiled(path) || contract.digests.has(path)),
  );
  const isEdited = (path: string, before: string) => {
    const written = contract.digests.get(path);
    return written !== undefined && written !== digest(before);
  };
  return [
    ...wanted.map(({ path, text }): FileChange => {
      const before = own.get(path);
      if (before === undefined) {
        return { path, text, change: "created", edited: false };
      }
      return isSameText(before, text)
        ? { path, text: before, before, change: "unchanged", edited: false }
        : { path, text, before, change: "updated", edited: isEdited(path, before) };
    }),
    ...stale.map(([path, before]): FileChange => {
      return { path, before, change: "deleted", edited: isEdited(path, before) };
    }),
  ];
}

/** The user's compiler may write such a file, with our header in it, out of one of ours. Only the contract can tell. */
function isCompiled(path: string): boolean {
  return /\.(?:js|d\.ts)$/.test(path);
}
