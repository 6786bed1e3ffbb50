import ts from "typescript";

/**
 * The names in a `handlers` value, as far as the file's text shows them: through `as`, `satisfies`, spreads, and
 * constants of the same file. `undefined` where some are written elsewhere.
 */
export function countHandlers(
  value: ts.Expression,
  file: ts.SourceFile,
): readonly string[] | undefined {
  const inner = withoutSyntax(value);
  if (ts.isIdentifier(inner)) {
    const initializer = constantOf(inner.text, file);
    return initializer && countHandlers(initializer, file);
  }
  if (!ts.isObjectLiteralExpression(inner)) {
    return undefined;
  }
  const names = inner.properties.map((property) =>
    ts.isSpreadAssignment(property)
      ? countHandlers(property.expression, file)
      : property.name && !ts.isComputedPropertyName(property.name)
        ? [property.name.text]
        : undefined,
  );
  return names.every((one) => one !== undefined) ? [...new Set(names.flat())] : undefined;
}

/** Leaves out what does not change a value: parentheses, `as`, `satisfies`, `!`. */
export function withoutSyntax(expression: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isTypeAssertionExpression(expression) ||
    ts.isNonNullExpression(expression)
    ? withoutSyntax(expression.expression)
    : expression;
}

function constantOf(name: string, file: ts.SourceFile): ts.Expression | undefined {
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const one of statement.declarationList.declarations) {
        if (ts.isIdentifier(one.name) && one.name.text === name) {
          return one.initializer;
        }
      }
    }
  }
  return undefined;
}
