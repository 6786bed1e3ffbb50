import type { Node } from "ts-morph";

import { findValue } from "./find-value.js";

/** What the `accept` option of a handler makes of the content type that a client sends. */
export type ReadAccept =
  /** What the serde's own content type is matches. */
  | { readonly kind: "own" }
  | { readonly kind: "other"; readonly contentType: string }
  /** Nothing that is known to match. */
  | { readonly kind: "unknown" };

/** Compares an `accept` option with the content type of the serde; the ingress looks at the former alone. */
export function readAccept(option: Node | undefined, own: string): ReadAccept {
  if (!option) {
    return { kind: "own" };
  }
  const type = findValue(option).getType().compilerType;
  // The ingress takes the parameters off what a call says, but not off this.
  if (!type.isStringLiteral() || type.value.includes(";")) {
    return { kind: "unknown" };
  }
  const [pattern = "", subtype] = type.value.split("/");
  const [ownType, ownSubtype] = own.split("/");
  const matches = (part: string | undefined, ours: string | undefined) =>
    part === "*" || part === ours;
  if (matches(pattern, ownType) && matches(subtype, ownSubtype)) {
    return { kind: "own" };
  }
  // A wildcard is not a content type. Of text, there is a plain one; of the rest, the server asks no more.
  const wild = pattern === "text" ? "plain" : ownSubtype;
  return { kind: "other", contentType: `${pattern}/${subtype === "*" ? wild : subtype}` };
}
