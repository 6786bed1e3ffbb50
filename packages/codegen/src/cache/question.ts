import type { Disk, Entry } from "../disk/disk.js";
import { digestOf } from "./digest-of.js";

/** What can be asked of the disk. */
export interface Question {
  readonly kind: "text" | "file" | "folder" | "list" | "real";
  readonly path: string;
  /** Of a list, the source of the pattern that files have to match. */
  readonly files?: string;
}

/** Asks the disk. The answer is a short text, so that it can be compared and kept. */
export function answerTo({ kind, path, files = "" }: Question, disk: Disk): string {
  switch (kind) {
    case "text":
      return textAnswer(disk.readText(path));
    case "file":
      return yesOrNo(disk.isFile(path));
    case "folder":
      return yesOrNo(disk.isFolder(path));
    case "list":
      return listAnswer(disk.list(path, new RegExp(files)));
    case "real":
      return disk.realPath(path);
  }
}

/** What there is to keep of a text. */
export function textAnswer(text: string | undefined): string {
  return text === undefined ? "" : digestOf(text);
}

/** What there is to keep of whether something is there. */
export function yesOrNo(is: boolean): string {
  return is ? "yes" : "no";
}

/** What there is to keep of a list. No name has a slash in it, on any platform. */
export function listAnswer(entries: readonly Entry[]): string {
  return entries
    .map(({ name, kind, isLink }) => `${isLink ? "link-to-" : ""}${kind} ${name}`)
    .join("/");
}

/** A list without some of its names. */
export function leaveOut(answer: string, isLeftOut: (name: string) => boolean): string {
  return answer
    .split("/")
    .filter((entry) => !isLeftOut(entry.slice(entry.indexOf(" ") + 1)))
    .join("/");
}
