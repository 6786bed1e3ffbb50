import { resolve } from "node:path";

import type { ErrorPayload } from "vite";

import type { Diagnostic } from "../index.js";
import { realPath } from "../paths/real-path.js";
import type { Outcome } from "./generate-targets.js";

/** Makes of an outcome what Vite shows over a page: the first error, and the others beneath it. */
export async function errorForOverlay(
  { diagnostics }: Outcome,
  cwd: string,
): Promise<ErrorPayload["err"] | undefined> {
  const { isError, printDiagnostics } = await import("../index.js");
  const [first, ...others] = diagnostics.filter(isError);
  return (
    first && {
      plugin: "restate-codegen",
      message: `${first.code}: ${first.message}\n\nFix: ${first.fix}`,
      // Which Vite shows last; where our code was when it found the error is of no use to anybody.
      stack: printDiagnostics(others, { color: false }),
      ...(first.range && place(first.range, cwd)),
    }
  );
}

/** In the form in which Vite opens an editor for it. */
function place(range: NonNullable<Diagnostic["range"]>, cwd: string) {
  const { line, column } = range;
  const file = resolve(realPath(cwd), range.file);
  return { id: file, loc: { file, line, column }, frame: frame(range) };
}

/** In the form by which Vite knows a frame. */
function frame({ line, column, length, text }: NonNullable<Diagnostic["range"]>): string {
  const number = String(line);
  const blank = text.slice(0, column - 1).replace(/[^\t]/g, " ");
  return [
    `${number} | ${text}`,
    `${" ".repeat(number.length)} | ${blank}${"^".repeat(length)}`,
    "",
  ].join("\n");
}
