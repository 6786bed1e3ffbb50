import { Node, VariableDeclarationKind } from "ts-morph";

import { resolveAlias } from "./resolve-alias.js";
import { unwrap } from "./unwrap.js";

/**
 * Follows an expression to where its value is written: through constants, imports, and properties of constant objects.
 * Ends at the last expression that it can reach, so a function's parameter or a call's result is returned as it is.
 */
export function findValue(start: Node): Node {
  const seen = new Set<Node>();
  let node = unwrap(start);
  while (!seen.has(node)) {
    seen.add(node);
    const next = follow(node);
    if (!next) {
      return node;
    }
    node = unwrap(next);
  }
  return node;
}

/** The value of a property, where the object is written as a literal; through spreads, the last one wins. */
export function findProperty(object: Node, name: string): Node | undefined {
  const literal = findValue(object);
  if (!Node.isObjectLiteralExpression(literal)) {
    return undefined;
  }
  return literal
    .getProperties()
    .map((property) => {
      if (Node.isSpreadAssignment(property)) {
        return findProperty(property.getExpression(), name);
      }
      return property.getName() === name ? propertyValue(property) : undefined;
    })
    .findLast((value) => value !== undefined);
}

/** The expression or function that a declaration gives its name to. */
export function propertyValue(property: Node): Node | undefined {
  if (Node.isShorthandPropertyAssignment(property)) {
    const [declaration] = property.getValueSymbol()?.getDeclarations() ?? [];
    return declarationValue(declaration) ?? property.getNameNode();
  }
  if (Node.isPropertyAssignment(property)) {
    return property.getInitializer();
  }
  return Node.isMethodDeclaration(property) ? property : undefined;
}

function follow(node: Node): Node | undefined {
  if (!Node.isIdentifier(node) && !Node.isPropertyAccessExpression(node)) {
    return undefined;
  }
  return declarationValue(resolveAlias(node.getSymbol())?.getDeclarations()[0]);
}

function declarationValue(declaration: Node | undefined): Node | undefined {
  if (!declaration) {
    return undefined;
  }
  if (Node.isFunctionDeclaration(declaration)) {
    return declaration;
  }
  if (Node.isExportAssignment(declaration)) {
    return declaration.getExpression();
  }
  if (Node.isVariableDeclaration(declaration)) {
    // Only a constant still has the value that is written there.
    const isConstant =
      declaration.getVariableStatement()?.getDeclarationKind() === VariableDeclarationKind.Const;
    return isConstant ? declaration.getInitializer() : undefined;
  }
  return propertyValue(declaration);
}
