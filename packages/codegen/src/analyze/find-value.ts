import {
  Node,
  ts,
  VariableDeclarationKind,
  type BindingElement,
  type ElementAccessExpression,
  type Symbol,
} from "ts-morph";

import { resolveAlias } from "./resolve-alias.js";
import { unwrap } from "./unwrap.js";
import { descendants, wrapped } from "./walk.js";

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

/**
 * The value of a property, where the source shows the object: as a literal, in which the last one wins through spreads,
 * or as a `new` class.
 */
export function findProperty(object: Node, name: string): Node | undefined {
  const value = findValue(object);
  if (Node.isNewExpression(value)) {
    const [member] = value.getType().getProperty(name)?.getDeclarations() ?? [];
    return declarationValue(member);
  }
  if (!Node.isObjectLiteralExpression(value)) {
    return undefined;
  }
  return value
    .getProperties()
    .map((property) => {
      if (Node.isSpreadAssignment(property)) {
        return findProperty(property.getExpression(), name);
      }
      return property.getSymbol()?.getName() === name ? propertyValue(property) : undefined;
    })
    .findLast((found) => found !== undefined);
}

/** The expression or function that a declaration gives its name to. */
export function propertyValue(property: Node): Node | undefined {
  if (Node.isShorthandPropertyAssignment(property)) {
    const declaration = valueDeclaration(property.getValueSymbol());
    return declarationValue(declaration) ?? property.getNameNode();
  }
  if (Node.isPropertyAssignment(property) || Node.isPropertyDeclaration(property)) {
    return property.getInitializer();
  }
  if (Node.isGetAccessorDeclaration(property)) {
    return returnedValues(property)[0];
  }
  return Node.isMethodDeclaration(property) ? property : undefined;
}

/** What a function returns, in the order of its source; nothing where it has no body. */
export function returnedValues(fn: Node): readonly Node[] {
  if (Node.isArrowFunction(fn) && !Node.isBlock(fn.getBody())) {
    return [fn.getBody()];
  }
  const isOwn = (node: ts.Node) => !ts.isFunctionLike(node);
  return descendants(fn.compilerNode, ts.isReturnStatement, isOwn)
    .map((node) => wrapped(node, fn))
    .flatMap((node) => (Node.isReturnStatement(node) ? (node.getExpression() ?? []) : []));
}

function follow(node: Node): Node | undefined {
  if (Node.isElementAccessExpression(node)) {
    return elementValue(node);
  }
  if (!Node.isIdentifier(node) && !Node.isPropertyAccessExpression(node)) {
    return undefined;
  }
  return declarationValue(valueDeclaration(node.getSymbol()));
}

/** What declares a value, also where a type has the same name. */
function valueDeclaration(named: Symbol | undefined): Node | undefined {
  const symbol = resolveAlias(named);
  return symbol?.getValueDeclaration() ?? symbol?.getDeclarations()[0];
}

/** `list[0]`, where the list is written out. */
function elementValue(access: ElementAccessExpression): Node | undefined {
  const list = findValue(access.getExpression());
  const index = access.getArgumentExpression();
  return Node.isArrayLiteralExpression(list) && Node.isNumericLiteral(index)
    ? list.getElements()[index.getLiteralValue()]
    : undefined;
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
  if (Node.isBindingElement(declaration)) {
    return boundValue(declaration);
  }
  return propertyValue(declaration);
}

/** The value of `shared` after `const { shared } = handlers`. */
function boundValue(element: BindingElement): Node | undefined {
  const source = element.getParent().getParent();
  const initializer = Node.isVariableDeclaration(source) ? source.getInitializer() : undefined;
  return (
    initializer &&
    findProperty(initializer, element.getPropertyNameNode()?.getText() ?? element.getName())
  );
}
