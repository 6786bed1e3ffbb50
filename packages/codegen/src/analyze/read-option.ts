import { ts, type Node } from "ts-morph";

import type { Doc } from "../model/doc.js";
import { findValue } from "./find-value.js";

/** Whether an option is `true` for certain. */
export function isTrue(option: Node | undefined): boolean {
  return option !== undefined && findValue(option).getKind() === ts.SyntaxKind.TrueKeyword;
}

/** The text of a `description` option, where the source shows it. */
export function describedBy(option: Node | undefined): Doc | undefined {
  const type = option && findValue(option).getType().compilerType;
  return type?.isStringLiteral() ? { text: type.value, tags: [] } : undefined;
}
