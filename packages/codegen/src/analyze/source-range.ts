import { relative, sep } from "node:path";

import type { ts } from "ts-morph";

import type { SourceRange } from "../model/source-range.js";

/** Where a node stands, as plain data. A node of several lines is marked up to the end of its first. */
export function sourceRange(node: ts.Node, root: string): SourceRange {
  const source = node.getSourceFile();
  const start = node.getStart(source);
  return textRange(source, start, node.getEnd() - start, root);
}

/** Where a stretch of text stands, as {@link sourceRange} says it. */
export function textRange(
  source: ts.SourceFile,
  start: number,
  length: number,
  root: string,
): SourceRange {
  const { line, character } = source.getLineAndCharacterOfPosition(start);
  const lineStart = source.getPositionOfLineAndCharacter(line, 0);
  const text = /^[^\r\n]*/.exec(source.text.slice(lineStart))?.[0] ?? "";
  const end = Math.min(start + length, lineStart + text.length);
  return {
    file: relativePath(source.fileName, root),
    line: line + 1,
    column: character + 1,
    length: Math.max(1, end - start),
    text,
  };
}

/** A path relative to the project's folder, with `/` on every platform. */
export function relativePath(file: string, root: string): string {
  return relative(root, file).split(sep).join("/");
}
