import type { SourceRange } from "../model/source-range.js";
import type { Diagnostic } from "./diagnostic.js";
import { printFrame } from "./print-frame.js";
import { list } from "./wording.js";

/** How diagnostics are printed. */
export interface PrintOptions {
  /** Whether to use terminal colours. */
  readonly color: boolean;
  /** How many columns there are for a line of code. Default: 120. */
  readonly width?: number | undefined;
}

/**
 * Prints diagnostics in the form of `tsc --pretty`: `file:line:column - error RC201: …`, a code frame, and the fix.
 * Terminals turn the first part into a link. Where one file has many of a kind, the rest are summed up.
 */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  { color, width = 120 }: PrintOptions,
): string {
  const style = { paint: color ? paintAnsi : (text: string) => text, width };
  const shown = new Map<string, number>();
  return diagnostics
    .flatMap((diagnostic) => {
      const kind = kindOf(diagnostic);
      const count = (shown.get(kind) ?? 0) + 1;
      shown.set(kind, count);
      if (count <= enough) {
        return [printDiagnostic(diagnostic, style)];
      }
      const more = diagnostics.filter((one) => kindOf(one) === kind).slice(enough);
      return count === enough + 1 ? [printRest(more, diagnostic, style)] : [];
    })
    .join("\n");
}

/** How many of one kind are shown in full before the rest are only counted. */
const enough = 5;

/** Where to, and with what, something is printed. */
interface Style {
  readonly paint: Paint;
  readonly width: number;
}

type Paint = (text: string, style: keyof typeof styles) => string;

const styles = { red: 91, yellow: 93, cyan: 96, gray: 90, inverse: 7 } as const;

function paintAnsi(text: string, style: keyof typeof styles): string {
  return `\u001B[${String(styles[style])}m${text}\u001B[0m`;
}

/** What makes two diagnostics say the same, but for the place; what has no place says it once. */
function kindOf({ code, severity, range, message }: Diagnostic): string {
  return JSON.stringify([code, severity, range ? range.file : message]);
}

function printDiagnostic(diagnostic: Diagnostic, { paint, width }: Style): string {
  const { fix, range, related, definitions, severity } = diagnostic;
  const color = severity === "error" ? "red" : "yellow";
  return [
    printHead(diagnostic, paint),
    ...(range ? ["", ...printFrame(range, width, painted(paint, color))] : []),
    "",
    `  Fix: ${fix}`,
    ...(definitions.length > 1 ? [`  It concerns ${list(definitions)}.`] : []),
    ...related.flatMap((other) => [
      "",
      `  ${printLocation(other.range, paint)} - ${other.message}`,
      ...printFrame(other.range, width - 2, painted(paint, "cyan")).map((line) => `  ${line}`),
    ]),
    "",
  ].join("\n");
}

function printHead({ severity, code, message, range }: Diagnostic, paint: Paint): string {
  const head = `${printKind(severity, code, paint)}: ${message}`;
  return range ? `${printLocation(range, paint)} - ${head}` : head;
}

function printKind(severity: Diagnostic["severity"], code: string, paint: Paint): string {
  return `${paint(severity, severity === "error" ? "red" : "yellow")} ${paint(code, "gray")}`;
}

function printLocation({ file, line, column }: SourceRange, paint: Paint): string {
  return `${paint(file, "cyan")}:${paint(String(line), "yellow")}:${paint(String(column), "yellow")}`;
}

function painted(paint: Paint, marker: "red" | "yellow" | "cyan") {
  return {
    gutter: (text: string) => paint(text, "inverse"),
    marker: (text: string) => paint(text, marker),
  };
}

/** Says where else in a file the same is wrong. */
function printRest(
  more: readonly Diagnostic[],
  { severity, code, range }: Diagnostic,
  { paint }: Style,
): string {
  const lines = [...new Set(more.flatMap((one) => one.range?.line ?? []))];
  const named = lines.slice(0, 20).join(", ") + (lines.length > 20 ? ", …" : "");
  return `${paint(range?.file ?? "", "cyan")} - ${printKind(severity, code, paint)}: ${String(more.length)} more like these, in line${lines.length === 1 ? "" : "s"} ${named}.\n`;
}
