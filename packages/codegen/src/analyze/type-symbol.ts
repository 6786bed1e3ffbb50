import type { ts } from "ts-morph";

/** The symbol of a type; the compiler's own typing leaves out that literals and unions have none. */
export function typeSymbol(type: ts.Type): ts.Symbol | undefined {
  return type.symbol;
}
