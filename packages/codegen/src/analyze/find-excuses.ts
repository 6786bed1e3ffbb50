import { ts, type SourceFile } from "ts-morph";

import type { Excuse } from "../diagnostics/excuse.js";
import { textRange } from "./source-range.js";

/** Finds the comments that excuse diagnostics: `// restate-codegen-allow RC206, RC209: why`. */
export function findExcuses(files: readonly SourceFile[], cwd: string): readonly Excuse[] {
  return files
    .map(({ compilerNode }) => compilerNode)
    .filter(({ text }) => text.includes(marker))
    .flatMap((source) => {
      const starts = [...source.text.matchAll(new RegExp(marker, "g"))].map(({ index }) => index);
      return starts.flatMap((start) => readExcuse(start, source, cwd));
    });
}

const marker = "restate-codegen-allow";

function readExcuse(start: number, source: ts.SourceFile, cwd: string): readonly Excuse[] {
  const token = tokenAt(source, start);
  const comment = commentsBefore(token, source).find(({ pos, end }) => pos <= start && start < end);
  if (!comment) {
    return [];
  }
  const line = excusedLine(comment, token, source);
  const from = start + marker.length;
  const [, subject = "", reason = ""] =
    /^([^:]*)(?::(.*))?$/s.exec(wordsOf(source.text.slice(from, comment.end))) ?? [];
  // Words that follow without a colon are no codes, but whatever stands first was meant to be one.
  const codes = [...subject.matchAll(/^\s*[^\s,]+|\bRC\d+/g)];
  return (codes.length > 0 ? codes : [{ 0: "", index: 0 }]).map(({ 0: found, index }) => {
    const code = found.trim();
    const at = code === "" ? start : from + index + found.length - code.length;
    return {
      code,
      reason: reason.replaceAll(/\s*\n\s*\*?\s*/g, " ").trim(),
      line,
      range: textRange(source, at, code.length || marker.length, cwd),
    };
  });
}

/** What a comment says, up to its end or the next excuse in it. */
function wordsOf(text: string): string {
  return (text.split(marker, 1)[0] ?? "").replace(/\*\/\s*$/, "").replace(/[\s*]+$/, "");
}

/** The token that a position is in, or whose leading blanks and comments it is in. */
function tokenAt(source: ts.SourceFile, position: number): ts.Node {
  let node: ts.Node = source;
  for (;;) {
    const child = node
      .getChildren(source)
      .find(({ pos, end, kind }) => pos <= position && position < end && !isDocComment(kind));
    if (!child) {
      return node;
    }
    node = child;
  }
}

function isDocComment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstJSDocNode && kind <= ts.SyntaxKind.LastJSDocNode;
}

function commentsBefore(token: ts.Node, { text }: ts.SourceFile): readonly ts.CommentRange[] {
  // Text between the tags of JSX has no comments, whatever it looks like.
  return ts.isJsxText(token)
    ? []
    : [
        ...(ts.getLeadingCommentRanges(text, token.pos) ?? []),
        ...(ts.getTrailingCommentRanges(text, token.pos) ?? []),
      ];
}

/** A comment behind code is about its own line, any other about the next line that has code. */
function excusedLine(comment: ts.CommentRange, next: ts.Node, source: ts.SourceFile): number {
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const line = lineOf(comment.pos);
  const lineStart = source.getPositionOfLineAndCharacter(line, 0);
  const before = source.text.slice(lineStart, comment.pos).trim();
  if (isBracedComment(next)) {
    const after = /\s*/y;
    after.lastIndex = next.end;
    after.exec(source.text);
    return 1 + (before === "{" ? lineOf(after.lastIndex) : line);
  }
  return 1 + (before === "" ? lineOf(next.getStart(source)) : line);
}

/** Between the tags of JSX a comment needs braces: `{/* … *\/}`. */
function isBracedComment(next: ts.Node): boolean {
  return ts.isJsxExpression(next.parent) && !next.parent.expression;
}
