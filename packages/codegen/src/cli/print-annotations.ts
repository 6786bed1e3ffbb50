import type { Diagnostic, FileChange } from "../index.js";
import { staleness } from "./print-check.js";

/** What GitHub shall show beside the code. */
export interface Annotated {
  readonly folder: string;
  readonly stale: readonly FileChange[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Prints workflow commands, by which GitHub shows each finding at its line of a pull request. */
export function printAnnotations({ folder, stale, diagnostics }: Annotated): string {
  return [
    ...diagnostics.map(({ severity, code, message, range }) => {
      const place = range && { file: range.file, line: range.line, col: range.column };
      return command(severity, { ...place, title: code }, message);
    }),
    ...stale.map((change) => {
      const file = `${folder}/${change.path}`;
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
