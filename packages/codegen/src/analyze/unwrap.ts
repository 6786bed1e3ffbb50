import { Node } from "ts-morph";

/** The expression without what does not change its value: parentheses, `as`, `satisfies`, `!`, `Object.freeze`. */
export function unwrap(expression: Node): Node {
  if (
    Node.isParenthesizedExpression(expression) ||
    Node.isAsExpression(expression) ||
    Node.isSatisfiesExpression(expression) ||
    Node.isTypeAssertion(expression) ||
    Node.isNonNullExpression(expression)
  ) {
    return unwrap(expression.getExpression());
  }
  const isFrozen =
    Node.isCallExpression(expression) && expression.getExpression().getText() === "Object.freeze";
  const [frozen] = isFrozen ? expression.getArguments() : [];
  return frozen ? unwrap(frozen) : expression;
}
