import type { Diagnostic } from "./diagnostic.js";
import type { SourceRange } from "../model/source-range.js";

/** How diagnostics are printed. */
export interface PrintOptions {
  /** Whether to use terminal colours. */
  readonly color: boolean;
}

/**
 * Prints diagnostics in the form of `tsc --pretty`: `file:line:column - error RC201: …`, a code frame, and the fix.
 * Terminals turn the first part into a link.
 */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  { color }: PrintOptions,
): string {
  const paint = color ? paintAnsi : (text: string) => text;
  return diagnostics.map((diagnostic) => printDiagnostic(diagnostic, paint)).join("\n");
}

type Paint = (text: string, style: keyof typeof styles) => string;

const styles = { red: 91, yellow: 93, cyan: 96, gray: 90, inverse: 7 } as const;

function paintAnsi(text: string, style: keyof typeof styles): string {
  return `\u001B[${String(styles[style])}m${text}\u001B[0m`;
}

function printDiagnostic(diagnostic: Diagnostic, paint: Paint): string {
  const { severity, code, message, fix, range, related } = diagnostic;
  const style = severity === "error" ? "red" : "yellow";
  const head = `${paint(severity, style)} ${paint(`${code}:`, "gray")} ${message}`;
  return [
    range ? `${printLocation(range, paint)} - ${head}` : head,
    ...(range ? ["", ...printFrame(range, paint, style)] : []),
    "",
    `  Fix: ${fix}`,
    ...related.flatMap((other) => [
      "",
      `  ${printLocation(other.range, paint)} - ${other.message}`,
      ...printFrame(other.range, paint, "cyan").map((line) => `  ${line}`),
    ]),
    "",
  ].join("\n");
}

function printLocation({ file, line, column }: SourceRange, paint: Paint): string {
  return `${paint(file, "cyan")}:${paint(String(line), "yellow")}:${paint(String(column), "yellow")}`;
}

function printFrame(
  { line, column, length, text }: SourceRange,
  paint: Paint,
  style: "red" | "yellow" | "cyan",
): string[] {
  const number = String(line);
  const gutter = " ".repeat(number.length);
  // Tabs are kept in the marker line, so that it stays aligned whatever their width.
  const indent = text.slice(0, column - 1).replaceAll(/[^\t]/g, " ");
  return [
    `${paint(number, "inverse")} ${text}`,
    `${paint(gutter, "inverse")} ${indent}${paint("~".repeat(length), style)}`,
  ];
}
