import { dirname, join } from "node:path";

import type { Disk } from "../disk/disk.js";
import { realDisk } from "../disk/real-disk.js";
import { digestOf } from "./digest-of.js";
import { answerTo, leaveOut } from "./question.js";
import { hasStamp } from "./stamp.js";
import { stampFolders, tellingFolder } from "./telling-folder.js";
import type { Asked, Trace } from "./trace-disk.js";

/**
 * What a run rests on: its questions, and the files that it leaves behind. While all of that is still so, another run
 * would say the same and write nothing.
 */
export interface Basis {
  readonly asked: readonly Asked[];
  /** The stamps of folders by which questions are answered that look for something in vain. */
  readonly folders: Readonly<Record<string, string>>;
  /** What the questions do not count: what the run writes, and the folders that are there for nothing else. */
  readonly own: readonly string[];
  /** The files that are to be there, and those that are to be gone. */
  readonly outputs: readonly Output[];
  /** Why it cannot be said what the run rests on. */
  readonly gap?: string | undefined;
}

/** A file that a run leaves behind; without `digest`, one that it deletes. */
export interface Output {
  readonly path: string;
  /** Of the text with Unix line ends, since Git may change them. */
  readonly digest?: string | undefined;
}

/** What a run does, as far as its next run will see it. */
export interface Traces {
  /** The output folder. */
  readonly out: string;
  /** Each file that is ours, and the text that it will have; none where it is deleted. All absolute. */
  readonly files: readonly { readonly path: string; readonly text?: string | undefined }[];
  /** Whether the run's own files can change what it reads of the others. */
  readonly isCircular: boolean;
}

/** Asks, before a run does, for the folders on the way to its output that it may have to make. */
export function askForWay(out: string, disk: Disk): void {
  if (!disk.isFolder(out) && dirname(out) !== out) {
    disk.list(out, /^/);
    askForWay(dirname(out), disk);
  }
}

/** Derives what a run rests on, once it is known what it writes. */
export function basisOf(trace: Trace, { out, files, isCircular }: Traces): Basis {
  const { asked, gap } = trace;
  const made = asked.filter(({ kind, path, answer }) => {
    return kind === "folder" && answer === "no" && (path === out || isAbove(path, out));
  });
  const own = new Set([out, ...made.map(({ path }) => path), ...files.map(({ path }) => path)]);
  const read = new Set(
    asked.filter(({ kind, answer }) => kind === "text" && answer !== "").map(({ path }) => path),
  );
  return {
    asked: asked
      .filter(({ kind, path }) => kind === "list" || isCircular || !own.has(path))
      // What was read is there.
      .filter(({ kind, path }) => kind !== "file" || !read.has(path))
      .map((one) => ({ ...one, answer: withoutOwn(one, one.answer, own) })),
    folders: stampFolders(trace),
    own: [...own],
    outputs: files.map(({ path, text }) => ({
      path,
      digest: text === undefined ? undefined : outputDigest(text),
    })),
    gap,
  };
}

/** The first path whose answer is another now; undefined while everything is as it was. */
export function findChange({ asked, folders, own, outputs }: Basis): string | undefined {
  const hidden = new Set(own);
  const still = new Set(Object.keys(folders).filter((path) => hasStamp(path, folders[path])));
  const output = outputs.find(({ path, digest }) => digest !== digestAt(path));
  return (output ?? asked.find((one) => !isStill(one, { still, hidden })))?.path;
}

/** The same for a run whose files are as they are, not as it wanted them. */
export function acceptOutputs(basis: Basis): Basis {
  return {
    ...basis,
    outputs: basis.outputs.map(({ path }) => ({ path, digest: digestAt(path) })),
  };
}

function isStill(
  asked: Asked,
  { still, hidden }: { readonly still: ReadonlySet<string>; readonly hidden: ReadonlySet<string> },
): boolean {
  return (
    still.has(tellingFolder(asked) ?? "") ||
    hasStamp(asked.path, asked.stamp) ||
    withoutOwn(asked, answerTo(asked, realDisk), hidden) === asked.answer
  );
}

/** What we write counts for nothing in a list; neither does the way to it. */
function withoutOwn({ kind, path }: Asked, answer: string, own: ReadonlySet<string>): string {
  return kind === "list" ? leaveOut(answer, (name) => own.has(join(path, name))) : answer;
}

function isAbove(folder: string, path: string): boolean {
  const parent = dirname(path);
  return parent !== path && (parent === folder || isAbove(folder, parent));
}

function digestAt(path: string): string | undefined {
  const text = realDisk.readText(path);
  return text === undefined ? undefined : outputDigest(text);
}

function outputDigest(text: string): string {
  return digestOf(text.replaceAll("\r\n", "\n"));
}
