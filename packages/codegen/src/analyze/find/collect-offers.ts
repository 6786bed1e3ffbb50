import {
  Node,
  type CallExpression,
  type ObjectLiteralExpression,
  type PropertyDeclaration,
  type SourceFile,
  type Symbol,
  type VariableDeclaration,
} from "ts-morph";

import { findProperty } from "../find-value.js";
import { resolveAlias } from "../resolve-alias.js";
import type { Sdk } from "../sdk.js";
import { unwrap } from "../unwrap.js";

/** Something that others can get hold of. */
export interface Offer {
  /** What has the type of the offer: a declaration, an expression, or the right side of a type alias. */
  readonly node: Node;
  /** The expression that gives it its value, where there is one. */
  readonly value: Node | undefined;
}

/**
 * Collects what the files export, bind or serve: through variables, lists, objects, classes, namespaces and
 * re-exports, down to what cannot be taken apart. `calls` are those that may serve something.
 */
export function collectOffers(
  files: readonly SourceFile[],
  calls: readonly CallExpression[],
  sdk: Sdk,
): readonly Offer[] {
  const found: FoundOffers = { seen: new Set(), offers: [] };
  for (const file of files) {
    for (const symbol of file.getExportSymbols()) {
      offerSymbol(symbol, found);
    }
  }
  for (const call of calls) {
    offerServed(call, sdk, found);
  }
  return found.offers;
}

/** Whether a function of this name may serve what it is given. */
export function serves(name: string): boolean {
  return /^(?:bind|serve|createEndpointHandler)$/.test(name);
}

/** What was offered so far. A symbol or a value that was seen already is not followed again. */
interface FoundOffers {
  readonly seen: Set<Symbol | Node>;
  readonly offers: Offer[];
}

/** Adds what a call of `bind`, `serve` or `createEndpointHandler` makes reachable. */
function offerServed(call: CallExpression, sdk: Sdk, found: FoundOffers): void {
  const name = sdk.calledPath(call).at(-1) ?? "";
  const [argument] = call.getArguments();
  if (argument && serves(name)) {
    offerValue(name === "bind" ? argument : findProperty(argument, "services"), found);
  }
}

function offerSymbol(exported: Symbol | undefined, found: FoundOffers): void {
  const symbol = resolveAlias(exported);
  if (!symbol || found.seen.has(symbol)) {
    return;
  }
  found.seen.add(symbol);
  for (const declaration of symbol.getDeclarations()) {
    offerDeclaration(declaration, found);
  }
}

function offerDeclaration(declaration: Node, found: FoundOffers): void {
  if (Node.isVariableDeclaration(declaration) || Node.isPropertyDeclaration(declaration)) {
    offerVariable(declaration, found);
  } else if (Node.isPropertyAssignment(declaration)) {
    offerValue(declaration.getInitializer(), found);
  } else if (Node.isShorthandPropertyAssignment(declaration)) {
    offerSymbol(declaration.getValueSymbol(), found);
  } else if (Node.isExportAssignment(declaration)) {
    offerValue(declaration.getExpression(), found);
  } else if (Node.isBindingElement(declaration) || Node.isParameterDeclaration(declaration)) {
    found.offers.push({ node: declaration, value: undefined });
  } else if (Node.isTypeAliasDeclaration(declaration)) {
    offerType(declaration.getTypeNode(), found);
  } else if (Node.isClassDeclaration(declaration)) {
    declaration.getStaticProperties().forEach((one) => {
      offerDeclaration(one, found);
    });
  } else if (Node.isModuleDeclaration(declaration)) {
    declaration
      .getSymbol()
      ?.getExports()
      .forEach((one) => {
        offerSymbol(one, found);
      });
  }
}

function offerVariable(
  declaration: VariableDeclaration | PropertyDeclaration,
  found: FoundOffers,
): void {
  const loop = declaration.getParent().getParent();
  const value = Node.isForOfStatement(loop) ? loop.getExpression() : declaration.getInitializer();
  if (value) {
    offerValue(value, found, declaration);
  } else {
    found.offers.push({ node: declaration, value });
  }
}

/** `export type Greeter = typeof greeter` offers the value as well. */
function offerType(type: Node | undefined, found: FoundOffers): void {
  if (Node.isTypeQuery(type)) {
    offerValue(type.getExprName(), found);
  } else if (Node.isTypeReference(type) || Node.isImportTypeNode(type)) {
    found.offers.push({ node: type, value: undefined });
  }
}

/** Takes a value apart; `holder` is the declaration that it gives a value to. */
function offerValue(expression: Node | undefined, found: FoundOffers, holder?: Node): void {
  const value = expression && unwrap(expression);
  if (!value || found.seen.has(value)) {
    return;
  }
  found.seen.add(value);
  const offer = { node: holder ?? expression, value };
  if (Node.isArrayLiteralExpression(value)) {
    value.getElements().forEach((element) => {
      offerValue(Node.isSpreadElement(element) ? element.getExpression() : element, found);
    });
  } else if (Node.isConditionalExpression(value)) {
    offerValue(value.getWhenTrue(), found);
    offerValue(value.getWhenFalse(), found);
  } else if (Node.isObjectLiteralExpression(value)) {
    // One that is said to be of a type may be a definition itself: `{ name: "Orders" } as typeof orders`.
    found.offers.push(...(isTyped(offer) ? [offer] : []));
    offerMembers(value, found);
  } else if (Node.isIdentifier(value) || Node.isPropertyAccessExpression(value)) {
    found.offers.push(...(isTyped(offer) ? [offer] : []));
    offerSymbol(value.getSymbol(), found);
  } else if (
    Node.isCallExpression(value) ||
    Node.isAwaitExpression(value) ||
    Node.isElementAccessExpression(value)
  ) {
    found.offers.push(offer);
  }
}

function offerMembers(object: ObjectLiteralExpression, found: FoundOffers): void {
  for (const property of object.getProperties()) {
    if (Node.isSpreadAssignment(property)) {
      offerValue(property.getExpression(), found);
    } else {
      offerDeclaration(property, found);
    }
  }
}

/** Whether the user wrote a type, which then counts for more than what is inferred for the value. */
function isTyped({ node, value }: Offer): boolean {
  return Node.isVariableDeclaration(node) ? node.getTypeNode() !== undefined : node !== value;
}
