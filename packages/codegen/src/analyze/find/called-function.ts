import { Node, type CallExpression } from "ts-morph";

import { findValue, returnedValues } from "../find-value.js";

/** The function that a call runs, where the source shows it with its body. */
export function calledFunction(call: CallExpression): Node | undefined {
  const callee = findValue(call.getExpression());
  // `create("Orders")(handlers)` runs what `create` returns.
  const called = Node.isCallExpression(callee) ? returnedFunction(callee) : callee;
  if (Node.isFunctionDeclaration(called)) {
    return called.getImplementation() ?? called;
  }
  return Node.isArrowFunction(called) ||
    Node.isFunctionExpression(called) ||
    Node.isMethodDeclaration(called)
    ? called
    : undefined;
}

function returnedFunction(call: CallExpression): Node | undefined {
  const outer = calledFunction(call);
  const [returned] = outer ? returnedValues(outer) : [];
  return returned && findValue(returned);
}

/** A call, and the calls that gave what it calls: both of `create("Orders")(handlers)`. */
export function callChain(call: CallExpression): readonly CallExpression[] {
  const callee = call.getExpression();
  return Node.isCallExpression(callee) ? [call, ...callChain(callee)] : [call];
}
