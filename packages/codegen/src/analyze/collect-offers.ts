import { Node, ts, type CallExpression, type SourceFile, type Symbol } from "ts-morph";

import { findProperty } from "./find-value.js";
import { resolveAlias } from "./resolve-alias.js";
import type { Sdk } from "./sdk.js";
import { unwrap } from "./unwrap.js";

/**
 * Collects the expressions that the files export, bind or serve: through variables, arrays, objects and re-exports,
 * down to the calls that make them.
 */
export function collectOffers(files: readonly SourceFile[], sdk: Sdk): ReadonlySet<Node> {
  const offers: Offers = { symbols: new Set(), values: new Set() };
  for (const file of files) {
    for (const symbol of file.getExportSymbols()) {
      offerSymbol(resolveAlias(symbol), offers);
    }
    for (const call of file.getDescendantsOfKind(ts.SyntaxKind.CallExpression)) {
      offerServed(call, sdk, offers);
    }
  }
  return offers.values;
}

/** What was offered so far. A symbol or a value that is there already is not followed again. */
interface Offers {
  readonly symbols: Set<Symbol>;
  readonly values: Set<Node>;
}

/** Adds what a call of `bind`, `serve` or `createEndpointHandler` makes reachable. */
function offerServed(call: CallExpression, sdk: Sdk, offers: Offers): void {
  const callee = call.getExpression();
  const name = Node.isPropertyAccessExpression(callee) ? callee.getName() : callee.getText();
  const isServing = /^(?:bind|serve|createEndpointHandler)$/.test(name);
  const [argument] = call.getArguments();
  if (argument && isServing && sdk.calledPath(call).includes(name)) {
    offer(name === "bind" ? argument : findProperty(argument, "services"), offers);
  }
}

function offerSymbol(symbol: Symbol | undefined, offers: Offers): void {
  if (!symbol || offers.symbols.has(symbol)) {
    return;
  }
  offers.symbols.add(symbol);
  for (const declaration of symbol.getDeclarations()) {
    if (Node.isVariableDeclaration(declaration) || Node.isPropertyAssignment(declaration)) {
      offer(declaration.getInitializer(), offers);
    } else if (Node.isExportAssignment(declaration)) {
      offer(declaration.getExpression(), offers);
    } else if (Node.isTypeAliasDeclaration(declaration)) {
      // `export type Greeter = typeof greeter` offers the value as well.
      const type = declaration.getTypeNode();
      offer(Node.isTypeQuery(type) ? type.getExprName() : undefined, offers);
    }
  }
}

function offer(node: Node | undefined, offers: Offers): void {
  const value = node && unwrap(node);
  if (!value || offers.values.has(value)) {
    return;
  }
  offers.values.add(value);
  if (Node.isArrayLiteralExpression(value)) {
    value.getElements().forEach((element) => {
      offer(Node.isSpreadElement(element) ? element.getExpression() : element, offers);
    });
  } else if (Node.isObjectLiteralExpression(value)) {
    value.getProperties().forEach((property) => {
      offerSymbol(
        Node.isShorthandPropertyAssignment(property)
          ? property.getValueSymbol()
          : property.getSymbol(),
        offers,
      );
    });
  } else if (Node.isConditionalExpression(value)) {
    offer(value.getWhenTrue(), offers);
    offer(value.getWhenFalse(), offers);
  } else if (Node.isIdentifier(value) || Node.isPropertyAccessExpression(value)) {
    offerSymbol(resolveAlias(value.getSymbol()), offers);
  }
}
