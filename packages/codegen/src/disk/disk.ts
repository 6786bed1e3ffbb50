/**
 * What a run asks the disk. Everything that decides about the output is asked through one of these, so that a run can
 * be remembered by its questions: while all answers are the same, so is what comes out.
 */
export interface Disk {
  /** The text of a file, with the byte order mark if there is one; undefined where there is no file. */
  readonly readText: (path: string) => string | undefined;
  /** Whether there is a file, or a link to one. */
  readonly isFile: (path: string) => boolean;
  /** Whether there is a folder, or a link to one. */
  readonly isFolder: (path: string) => boolean;
  /** The folders in a folder, and the files whose names match, by name; empty where there is no folder. */
  readonly list: (path: string, files: RegExp) => readonly Entry[];
  /** The path without links; the path itself where there is nothing. */
  readonly realPath: (path: string) => string;
  /** Says that the run depends on something that no question can find out, so that it cannot be remembered. */
  readonly giveUp: (reason: string) => void;
}

/** Something in a folder. */
export interface Entry {
  readonly name: string;
  /** What it is, or what the link leads to; `other` where that is nothing. */
  readonly kind: "file" | "folder" | "other";
  readonly isLink: boolean;
}
