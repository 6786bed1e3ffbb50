import type { Node } from "ts-morph";

import type { DefinitionType } from "./definition-type.js";
import { findValue } from "../find-value.js";
import { partsOf, type Making } from "./making.js";

/** Finds the call that a definition comes from by its type alone. */
export type MakingIndex = (type: DefinitionType) => Making | undefined;

/**
 * Indexes makings by the literals that hold their handlers. A handler's symbol remembers the property that it was
 * inferred from, also in another file and behind `ReturnType<typeof create>`.
 */
export function createMakingIndex(makings: readonly Making[]): MakingIndex {
  const byLiteral = new Map<Node, Making>();
  for (const making of makings) {
    const { handlers } = partsOf(making);
    const literal = handlers && findValue(handlers);
    // Where two have the same handlers, the type cannot tell them apart, and either says as much of them.
    if (literal && !byLiteral.has(literal)) {
      byLiteral.set(literal, making);
    }
  }
  return ({ handlers, kind }) =>
    handlers
      .getProperties()
      .flatMap((member) => member.getDeclarations()[0]?.getParent() ?? [])
      .map((literal) => byLiteral.get(literal))
      .find((making) => making?.kind === kind);
}
