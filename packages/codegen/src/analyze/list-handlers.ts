import { Node } from "ts-morph";

import { findValue, propertyValue } from "./find-value.js";
import type { HandlerEntry } from "./read-handler.js";

/**
 * Lists the entries of a `handlers` value in source order, spreads included; a later entry replaces an earlier one of
 * its name, in its place. `undefined` where even the checker does not know them all.
 */
export function listHandlers(value: Node): readonly HandlerEntry[] | undefined {
  const found = findValue(value);
  const entries = Node.isObjectLiteralExpression(found)
    ? found
        .getProperties()
        .flatMap((property) =>
          Node.isSpreadAssignment(property)
            ? (listHandlers(property.getExpression()) ?? [])
            : [literalEntry(property)],
        )
    : typedEntries(found);
  if (entries.some(({ name }) => name === COMPUTED)) {
    return undefined;
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return byName.size > 0 ? [...byName.values()] : undefined;
}

/** The checker's name for a property whose key is only known at run time. */
const COMPUTED = "__computed";

function literalEntry(property: Node & { getName(): string }): HandlerEntry {
  const nameNode = Node.hasName(property) ? property.getNameNode() : property;
  return {
    name: property.getSymbol()?.getName() ?? property.getName(),
    node: nameNode,
    value: propertyValue(property) ?? property,
    symbol: property.getSymbol()?.compilerSymbol,
  };
}

/** The properties of a value that is written elsewhere: what a call returns, what a package exports. */
function typedEntries(value: Node): readonly HandlerEntry[] {
  return value
    .getType()
    .getProperties()
    .flatMap((symbol) => {
      const [declaration] = symbol.getDeclarations();
      return declaration
        ? [
            {
              name: symbol.getName(),
              node: value,
              value: propertyValue(declaration) ?? declaration,
              symbol: symbol.compilerSymbol,
            },
          ]
        : [];
    });
}
