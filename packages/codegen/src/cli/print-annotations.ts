import { resolve } from "node:path";

import type { Diagnostic, FileChange, GenerateResult } from "../index.js";
import { relativePath } from "../paths/relative-path.js";
import { staleness } from "./print-check.js";

/** What GitHub shall show beside the code. */
export interface Annotated {
  readonly result: GenerateResult;
  readonly stale: readonly FileChange[];
  /** The folder from which GitHub sees files, absolute. */
  readonly root: string;
}

/** Prints workflow commands, by which GitHub shows each finding at its line of a pull request. */
export function printAnnotations({ result, stale, root }: Annotated): string {
  const { cwd, folder, diagnostics } = result;
  return [
    ...diagnostics.map(({ severity, code, message, range }) => {
      const place = range && {
        file: relativePath(resolve(cwd, range.file), root),
        line: range.line,
        col: range.column,
      };
      return command(severity, { ...place, title: code }, message);
    }),
    ...stale.map((change) => {
      const file = relativePath(resolve(folder, change.path), root);
      return command("error", { file }, `${file} is ${staleness(change)}. Run restate-codegen.`);
    }),
  ].join("");
}

function command(
  name: Diagnostic["severity"],
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties)
    .map(([key, value]) => `${key}=${escape(String(value)).replaceAll(/[:,]/g, percent)}`)
    .join(",");
  return `::${name} ${list}::${escape(message)}\n`;
}

function escape(text: string): string {
  return text.replaceAll(/[%\r\n]/g, percent);
}

function percent(character: string): string {
  return encodeURIComponent(character);
}
