import { ts } from "ts-morph";

/** An import that gives nothing to work with. */
export interface Culprit {
  /** What is imported, `"@acme/models"`. */
  readonly specifier: ts.StringLiteralLike;
  /** The name under which the module should export something; absent where there is no such module at all. */
  readonly exported?: string;
}

/**
 * Follows what a type was read from, through annotations, variables and returned values, to the import that TypeScript
 * could make nothing of.
 */
export function findCulprit(node: ts.Node, checker: ts.TypeChecker): Culprit | undefined {
  const visited = new Set<ts.Node>();

  const follow = (start: ts.Node): Culprit | undefined => {
    // The members of a class or an interface say nothing of what it is itself.
    if (ts.isSourceFile(start) || ts.isInterfaceDeclaration(start) || ts.isClassLike(start)) {
      return undefined;
    }
    return firstOf(sourcesOf(start), (source) =>
      firstOf(identifiersIn(source), (name) => judge(symbolOf(name, checker))),
    );
  };

  /** Whether what a name stands for is to blame, or what that is made from. */
  const judge = (symbol: ts.Symbol | undefined): Culprit | undefined => {
    const declaration = symbol?.declarations?.[0];
    if (!symbol || !declaration || visited.has(declaration)) {
      return undefined;
    }
    visited.add(declaration);
    if (!(symbol.flags & ts.SymbolFlags.Alias)) {
      return isElsewhere(declaration) ? undefined : follow(declaration);
    }
    const specifier = moduleOf(declaration);
    const target = checker.getAliasedSymbol(symbol);
    const [origin] = target.declarations ?? [];
    if (origin && !isElsewhere(origin)) {
      return follow(origin);
    }
    if (!specifier || (origin && !isAny(target, checker))) {
      return undefined;
    }
    const module = checker.getSymbolAtLocation(specifier);
    const exported = exportedName(declaration);
    const passedOn = module?.exports?.get(ts.escapeLeadingUnderscores(exported));
    return judge(passedOn) ?? { specifier, ...(module && { exported }) };
  };

  return follow(node);
}

/** What a declaration takes its type from: its annotation, what it returns, or what it is initialised with. */
function sourcesOf(node: ts.Node): readonly ts.Node[] {
  if (ts.isIdentifier(node) && (node.parent as ts.NamedDeclaration).name === node) {
    return sourcesOf(node.parent);
  }
  // A binding has its value from the whole pattern's.
  if (ts.isBindingElement(node)) {
    return sourcesOf(node.parent.parent);
  }
  const { type, body, initializer } = node as Typed;
  if (type) {
    return [type];
  }
  return body ? returnedFrom(body) : initializer ? sourcesOf(initializer) : [node];
}

/** What variables, parameters, properties and functions have of this. */
interface Typed extends ts.Node {
  readonly type?: ts.TypeNode;
  readonly body?: ts.Node;
  readonly initializer?: ts.Expression;
}

function returnedFrom(body: ts.Node): readonly ts.Node[] {
  if (!ts.isBlock(body)) {
    return [body];
  }
  const returned: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) {
      returned.push(node.expression);
    } else if (!ts.isFunctionLike(node)) {
      ts.forEachChild(node, visit);
    }
  };
  visit(body);
  return returned;
}

function* identifiersIn(node: ts.Node): Generator<ts.Identifier> {
  if (ts.isIdentifier(node)) {
    yield node;
  }
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) {
    yield* identifiersIn(child);
  }
}

function symbolOf(name: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
}

/** The module of an import, or of a re-export. */
function moduleOf(declaration: ts.Node): ts.StringLiteralLike | undefined {
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const specifier = node.moduleSpecifier;
      return specifier && ts.isStringLiteralLike(specifier) ? specifier : undefined;
    }
  }
  return undefined;
}

function exportedName(declaration: ts.Node): string {
  return ts.isImportSpecifier(declaration) || ts.isExportSpecifier(declaration)
    ? (declaration.propertyName ?? declaration.name).text
    : "default";
}

function isElsewhere(declaration: ts.Node): boolean {
  const source = declaration.getSourceFile();
  return source.isDeclarationFile || source.fileName.includes("/node_modules/");
}

/** Whether a package declares something as `any`, as those do whose real types are yet to be generated. */
function isAny(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const type =
    symbol.flags & ts.SymbolFlags.TypeAlias
      ? checker.getDeclaredTypeOfSymbol(symbol)
      : symbol.flags & ts.SymbolFlags.Value
        ? checker.getTypeOfSymbol(symbol)
        : undefined;
  return type !== undefined && (type.flags & ts.TypeFlags.Any) !== 0;
}

function firstOf<T, R>(items: Iterable<T>, find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
