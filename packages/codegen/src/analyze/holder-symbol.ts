import { Node, type ts } from "ts-morph";

/**
 * The symbol of what holds a value, which carries its doc comment: a variable, a member, an `export default`, the name
 * of a type. What is one of many in a list, or passed to a function, is held by nothing.
 */
export function holderSymbol(node: Node): ts.Symbol | undefined {
  let holder: Node | undefined = node;
  while (holder && !isHolder(holder)) {
    const parent: Node | undefined = holder.getParent();
    holder = parent && isBarrier(parent) ? undefined : parent;
  }
  return holder?.getSymbol()?.compilerSymbol;
}

function isHolder(node: Node): boolean {
  return (
    Node.isVariableDeclaration(node) ||
    Node.isPropertyAssignment(node) ||
    Node.isPropertyDeclaration(node) ||
    Node.isExportAssignment(node) ||
    Node.isTypeAliasDeclaration(node)
  );
}

function isBarrier(node: Node): boolean {
  return (
    Node.isArrayLiteralExpression(node) ||
    Node.isCallExpression(node) ||
    (Node.isStatement(node) && !isHolder(node))
  );
}
