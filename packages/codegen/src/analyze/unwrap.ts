import { Node } from "ts-morph";

/** The expression without the syntax that does not change its value: parentheses, `as`, `satisfies`, `!`. */
export function unwrap(expression: Node): Node {
  return Node.isParenthesizedExpression(expression) ||
    Node.isAsExpression(expression) ||
    Node.isSatisfiesExpression(expression) ||
    Node.isTypeAssertion(expression) ||
    Node.isNonNullExpression(expression)
    ? unwrap(expression.getExpression())
    : expression;
}
