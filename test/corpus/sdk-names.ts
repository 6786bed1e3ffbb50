import ts from "typescript";

/**
 * Resolves an expression to the names by which the SDK exports it, from the file's own text alone:
 * `restate.service` and a renamed `service` are `["service"]`, and so is `make` after `const make = restate.service`.
 */
export type SdkNames = (expression: ts.Node) => readonly string[] | undefined;

/** Reads how one file imports the SDK. `undefined` where it does not. */
export function readSdkNames(file: ts.SourceFile): SdkNames | undefined {
  const known = new Map<string, readonly string[]>();
  file.statements.forEach((statement) => addImports(statement, known));
  if (known.size === 0) {
    return undefined;
  }
  const resolve: SdkNames = (node) => {
    if (ts.isIdentifier(node)) {
      return known.get(node.text);
    }
    const parent = ts.isPropertyAccessExpression(node) || ts.isQualifiedName(node);
    const path = parent
      ? resolve(ts.isQualifiedName(node) ? node.left : node.expression)
      : undefined;
    return path && parent
      ? [...path, ts.isQualifiedName(node) ? node.right.text : node.name.text]
      : undefined;
  };
  addAliases(file, known, resolve);
  return resolve;
}

/** Whether an import names the SDK, at any of its entry points. */
export function isSdk(specifier: string): boolean {
  return specifier.startsWith("@restatedev/restate-sdk");
}

function addImports(statement: ts.Statement, known: Map<string, readonly string[]>): void {
  if (
    ts.isImportEqualsDeclaration(statement) &&
    ts.isExternalModuleReference(statement.moduleReference)
  ) {
    const { expression } = statement.moduleReference;
    if (ts.isStringLiteral(expression) && isSdk(expression.text)) {
      known.set(statement.name.text, []);
    }
  }
  if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) {
    return;
  }
  const { importClause, moduleSpecifier } = statement;
  if (!importClause || !isSdk(moduleSpecifier.text)) {
    return;
  }
  if (importClause.name) {
    known.set(importClause.name.text, []);
  }
  const bindings = importClause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) {
    known.set(bindings.name.text, []);
  } else if (bindings) {
    for (const { name, propertyName } of bindings.elements) {
      known.set(name.text, [(propertyName ?? name).text]);
    }
  }
}

/** `const { service } = restate`, `const shared = restate.handlers.object.shared`, `import make = restate.service`. */
function addAliases(
  file: ts.SourceFile,
  known: Map<string, readonly string[]>,
  resolve: SdkNames,
): void {
  const visit = (node: ts.Node): void => {
    if (ts.isImportEqualsDeclaration(node) && !ts.isExternalModuleReference(node.moduleReference)) {
      const path = resolve(node.moduleReference);
      if (path) {
        known.set(node.name.text, path);
      }
    }
    const isConstant =
      ts.isVariableDeclaration(node) && (node.parent.flags & ts.NodeFlags.Const) !== 0;
    const path = isConstant && node.initializer ? resolve(node.initializer) : undefined;
    if (isConstant && path && ts.isIdentifier(node.name)) {
      known.set(node.name.text, path);
    } else if (isConstant && path && ts.isObjectBindingPattern(node.name)) {
      for (const { name, propertyName } of node.name.elements) {
        const key = propertyName ?? name;
        if (ts.isIdentifier(name) && ts.isIdentifier(key)) {
          known.set(name.text, [...path, key.text]);
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}
