import type { Symbol } from "ts-morph";

/** What an import or a re-export stands for; any other symbol stands for itself. */
export function resolveAlias(symbol: Symbol | undefined): Symbol | undefined {
  return symbol?.isAlias() ? symbol.getAliasedSymbol() : symbol;
}
