import type { TemplateSource } from "./find-templates.js";

/** What a template does that cannot be, and where in it. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  /** The template. */
  readonly source: TemplateSource;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;

  /** Takes what was thrown while the template was compiled or printed: by handlebars, or by a template that it prints. */
  constructor(source: TemplateSource, cause: unknown) {
    const { reason, line = 1, column = 1 } = explain(cause, source.text);
    super(reason, { cause });
    this.source = source;
    this.line = line;
    this.column = column;
  }
}

interface Explanation {
  readonly reason: string;
  readonly line?: number;
  readonly column?: number;
}

type Place = Omit<Explanation, "reason">;

function explain(cause: unknown, text: string): Explanation {
  if (cause instanceof TemplateError) {
    const { name } = cause.source;
    const reason = `prints \`${name}\`, which ${cause.message}`;
    return { reason, ...placeOfPartial(name, text) };
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  const [, missing] = /^"(.+)" not defined in /.exec(message) ?? [];
  if (missing !== undefined) {
    return { reason: `mentions \`${missing}\`, which its view does not have`, ...placeOf(cause) };
  }
  const [, partial] = /^The partial (\S+) could not be found/.exec(message) ?? [];
  if (partial !== undefined) {
    const reason = `prints \`${partial}\`, and there is no such template`;
    return { reason, ...placeOfPartial(partial, text) };
  }
  const [, line, found] = /^Parse error on line (\d+):.*, got '(\w+)'$/s.exec(message) ?? [];
  if (line !== undefined) {
    return found === "EOF"
      ? { reason: "ends too early", line: text.trimEnd().split("\n").length }
      : { reason: `does not compile: ${String(found)} is unexpected`, line: Number(line) };
  }
  return { reason: `does not work: ${message.replace(/ - \d+:\d+$/, "")}`, ...placeOf(cause) };
}

/** Handlebars counts lines from 1, and columns from 0. */
function placeOf(cause: unknown): Place {
  const { lineNumber, column } = Object(cause) as { lineNumber?: unknown; column?: unknown };
  return typeof lineNumber === "number" && typeof column === "number"
    ? { line: lineNumber, column: column + 1 }
    : {};
}

/** Where the template is mentioned by which another one is printed. */
function placeOfPartial(name: string, text: string): Place {
  const mention = [...text.matchAll(/\{\{~?#?>\s*([\w-]+)/g)].find(([, named]) => named === name);
  const lines = text.slice(0, mention?.index ?? 0).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
