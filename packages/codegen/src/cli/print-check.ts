import { createTwoFilesPatch } from "diff";

import type { FileChange, GenerateResult } from "../index.js";
import { relativePath } from "../paths/relative-path.js";
import { createPaint, type Paint } from "./paint.js";

/** What `check` found. */
export interface Checked {
  readonly result: GenerateResult;
  /** The files that are not as they should be. */
  readonly stale: readonly FileChange[];
  /** The command that mends it. */
  readonly mend: string;
}

/** Says which files are not what `generate` would write, how they differ, why, and what to do. */
export function printCheck(
  { result, stale, mend }: Checked,
  { color }: { readonly color: boolean },
): string {
  const folder = relativePath(result.folder, result.cwd);
  const { length } = result.definitions;
  if (stale.length === 0 && !result.cutOff) {
    const clients = length === 1 ? "1 client" : `${String(length)} clients`;
    return `${clients} in ${folder} ${length === 1 ? "is" : "are"} up to date.\n`;
  }
  const lines = [
    ...stale.map((change) =>
      // What the clients show says it better.
      change.path === "contract.json" && stale.length > 1
        ? `${folder}/${change.path} is ${staleness(change)}, too.\n`
        : printStale(folder, change, createPaint(color)),
    ),
    ...(result.cutOff ? [`A run was cut off while it wrote to ${folder}.`] : []),
    ...causes(result, stale),
    `To mend it: ${mend}`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** What is wrong with a file, in two words. */
export function staleness({ change, edited }: FileChange): string {
  if (edited) {
    return "edited by hand";
  }
  return { created: "missing", updated: "out of date", deleted: "left over", unchanged: "" }[
    change
  ];
}

function printStale(folder: string, change: FileChange, paint: Paint): string {
  const { path, before = "", text = "" } = change;
  const name = `${folder}/${path}`;
  // Git may have changed the line ends, which says nothing.
  const unix = (lines: string) => lines.replaceAll("\r\n", "\n");
  const texts = [unix(before), unix(text)] as const;
  const patch = createTwoFilesPatch(name, name, ...texts, "as it is", "as it should be");
  // What comes first is the name once more, and a rule across the page.
  const diff = patch.slice(patch.indexOf("--- "));
  return `${name} is ${staleness(change)}:\n${paintDiff(diff, paint)}`;
}

function causes(
  { servicesChanged }: GenerateResult,
  stale: readonly FileChange[],
): readonly string[] {
  if (servicesChanged) {
    return ["The services changed since the clients were written."];
  }
  const isRewritten = stale.some(({ change, edited }) => change === "updated" && !edited);
  return isRewritten
    ? ["The services are the same: restate-codegen, its options or the formatting changed."]
    : [];
}

function paintDiff(diff: string, paint: Paint): string {
  return diff
    .split("\n")
    .map((line) => {
      const style = /^(?:---|\+\+\+)/.test(line) ? "bold" : lineStyles[line.charAt(0)];
      return style ? paint(line, style) : line;
    })
    .join("\n");
}

const lineStyles: Readonly<Record<string, "green" | "red" | "cyan">> = {
  "+": "green",
  "-": "red",
  "@": "cyan",
};
