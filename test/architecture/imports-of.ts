import ts from "typescript";

/** What {@link importsOf} reports for an `import(…)` whose module is only known when it runs. */
export const COMPUTED = "(computed)";

/**
 * Lists the module specifiers that a TypeScript source refers to: imports, re-exports, `import()`
 * as a call and as a type, and `require`. Strings and comments that look alike are not taken in.
 */
export function importsOf(fileName: string, source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) {
      found.push(ts.isStringLiteralLike(specifier) ? specifier.text : COMPUTED);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(fileName, source, ts.ScriptTarget.ES2022));
  return found;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier;
  }
  if (ts.isExternalModuleReference(node)) {
    return node.expression;
  }
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  }
  return ts.isCallExpression(node) && isImportCall(node) ? node.arguments[0] : undefined;
}

function isImportCall({ expression }: ts.CallExpression): boolean {
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === "require")
  );
}
