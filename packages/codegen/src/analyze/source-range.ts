import type { ts } from "ts-morph";

import type { SourceRange } from "../model/source-range.js";
import { relativePath } from "../paths/relative-path.js";

/**
 * Where a node stands, as plain data, in a file as seen from `cwd`. A node of several lines is marked up to the end of
 * its first.
 */
export function sourceRange(node: ts.Node, cwd: string): SourceRange {
  const source = node.getSourceFile();
  const start = node.getStart(source);
  return textRange(source, start, node.getEnd() - start, cwd);
}

/** Where a stretch of text stands, as {@link sourceRange} says it. */
export function textRange(
  source: ts.SourceFile,
  start: number,
  length: number,
  cwd: string,
): SourceRange {
  const { line, character } = source.getLineAndCharacterOfPosition(start);
  const lineStart = source.getPositionOfLineAndCharacter(line, 0);
  const text = /^[^\r\n]*/.exec(source.text.slice(lineStart))?.[0] ?? "";
  const end = Math.min(start + length, lineStart + text.length);
  return {
    file: relativePath(source.fileName, cwd),
    line: line + 1,
    column: character + 1,
    length: Math.max(1, end - start),
    text,
  };
}
