import { ts } from "ts-morph";

import type { Doc } from "../model/doc.js";

/** Reads the doc comment of a symbol, without the tags that speak of parameters: a client has others. */
export function readDoc(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): Doc | undefined {
  if (!symbol) {
    return undefined;
  }
  const text = textOf(symbol.getDocumentationComment(checker));
  const tags = symbol
    .getJsDocTags(checker)
    .filter(({ name }) => !droppedTags.has(name))
    .map(({ name, text: parts }) => ({ name, text: textOf(parts) }));
  return text || tags.length > 0 ? { text, tags } : undefined;
}

/** A comment has the line ends of its file, which differ from one checkout to the next. */
function textOf(parts: ts.SymbolDisplayPart[] | undefined): string {
  return ts.displayPartsToString(parts).replaceAll("\r\n", "\n").trim();
}

/** Tags about a signature that callers do not see, and those that are types in disguise. */
const droppedTags: ReadonlySet<string> = new Set([
  "param",
  "returns",
  "return",
  "template",
  "typeParam",
  "type",
  "typedef",
  "satisfies",
  "async",
  "internal",
]);
