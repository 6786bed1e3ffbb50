import type { OutputFolder } from "./output-folder.js";

/** What a run does to one file. */
export interface FileChange {
  /** Relative to the output folder. */
  readonly path: string;
  readonly change: "created" | "updated" | "unchanged" | "deleted";
  /** The new text; absent for a deletion. */
  readonly text?: string;
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
  { own }: OutputFolder,
  kept: "all" | ReadonlySet<string>,
): readonly FileChange[] {
  const paths = new Set(wanted.map(({ path }) => path));
  const stale = [...own.keys()].filter(
    (path) => !paths.has(path) && kept !== "all" && !kept.has(path),
  );
  return [
    ...wanted.map(({ path, text }): FileChange => {
      const before = own.get(path);
      return {
        path,
        text,
        change: before === undefined ? "created" : before === text ? "unchanged" : "updated",
      };
    }),
    ...stale.map((path): FileChange => ({ path, change: "deleted" })),
  ];
}
