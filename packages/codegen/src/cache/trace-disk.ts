import type { Disk } from "../disk/disk.js";
import { realDisk } from "../disk/real-disk.js";
import { listAnswer, textAnswer, yesOrNo, type Question } from "./question.js";
import { settledStamp } from "./stamp.js";

/** A question, and what the disk said to it. */
export interface Asked extends Question {
  readonly answer: string;
  /** Of a text, what it can be known by without reading it; absent where that would not be sure. */
  readonly stamp?: string | undefined;
}

/** All that a run asked of the disk. */
export interface Trace {
  readonly asked: readonly Asked[];
  /** When the first question may have been asked. */
  readonly started: number;
  /** Why that is not all that the run depends on; absent if it is. */
  readonly gap?: string | undefined;
}

/** A disk that writes down what it is asked. One per run. */
export interface TracedDisk {
  readonly disk: Disk;
  readonly trace: () => Trace;
}

/** Traces what is asked of the real disk. Two answers to one question are a gap: the run saw two states of the disk. */
export function traceDisk(): TracedDisk {
  const started = Date.now();
  const known = new Map<string, Asked>();
  const gaps: string[] = [];
  const disk = listen(
    (asked) => {
      const question = [asked.kind, asked.path, asked.files].join("\n");
      const before = known.get(question) ?? asked;
      known.set(question, before);
      if (before.answer !== asked.answer) {
        gaps.push(`${asked.path} changed during the run`);
      }
    },
    (gap) => gaps.push(gap),
  );
  return { disk, trace: () => ({ asked: [...known.values()], started, gap: gaps[0] }) };
}

function listen(hear: (asked: Asked) => void, giveUp: Disk["giveUp"]): Disk {
  const heard = <Got>(
    kind: Question["kind"],
    get: (path: string) => Got,
    answer: (got: Got) => string,
  ) => {
    return (path: string) => {
      // Before it is read, so that a change in the meantime shows.
      const stamp = kind === "text" ? settledStamp(path) : undefined;
      const got = get(path);
      hear({ kind, path, answer: answer(got), stamp });
      return got;
    };
  };
  return {
    readText: heard("text", realDisk.readText, textAnswer),
    isFile: heard("file", realDisk.isFile, yesOrNo),
    isFolder: heard("folder", realDisk.isFolder, yesOrNo),
    realPath: heard("real", realDisk.realPath, (path) => path),
    list: (path, files) => {
      const entries = realDisk.list(path, files);
      hear({ kind: "list", path, files: files.source, answer: listAnswer(entries) });
      return entries;
    },
    giveUp,
  };
}
