import { Node, type CallExpression } from "ts-morph";

import { findValue } from "../find-value.js";

/** The function that a call runs, where the source shows it with its body. */
export function calledFunction(call: CallExpression): Node | undefined {
  const called = findValue(call.getExpression());
  if (Node.isFunctionDeclaration(called)) {
    return called.getImplementation() ?? called;
  }
  return Node.isArrowFunction(called) ||
    Node.isFunctionExpression(called) ||
    Node.isMethodDeclaration(called)
    ? called
    : undefined;
}
