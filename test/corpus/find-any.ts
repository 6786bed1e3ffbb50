import ts from "typescript";

/** The path to the first `any` in a type, as JSON would walk it: `.items[].tags`. */
export function findAny(root: ts.Type, checker: ts.TypeChecker): string | undefined {
  const seen = new Set<ts.Type>();
  const visit = (type: ts.Type, path: string): string | undefined => {
    if (type.flags & ts.TypeFlags.Any) {
      return path;
    }
    if (seen.has(type)) {
      return undefined;
    }
    seen.add(type);
    if (type.isUnion()) {
      return first(type.types, (one) => visit(one, path));
    }
    const json = checker.getPropertyOfType(type, "toJSON");
    const [result] = json ? checker.getTypeOfSymbol(json).getCallSignatures() : [];
    if (result) {
      return visit(result.getReturnType(), path);
    }
    return hasNoData(type) ? undefined : inParts(type, path);
  };
  const inParts = (type: ts.Type, path: string): string | undefined =>
    checker.isArrayType(type) || checker.isTupleType(type)
      ? first(checker.getTypeArguments(type as ts.TypeReference), (one) => visit(one, `${path}[]`))
      : (first(checker.getPropertiesOfType(type).filter(isNamed), (one) =>
          visit(checker.getTypeOfSymbol(one), `${path}.${one.name}`),
        ) ?? first(checker.getIndexInfosOfType(type), (one) => visit(one.type, `${path}[key]`)));
  return visit(root, "");
}

function hasNoData(type: ts.Type): boolean {
  const isObject = (type.flags & ts.TypeFlags.Object) !== 0 || type.isIntersection();
  return !isObject || type.getCallSignatures().length > 0 || isEmptied(type);
}

/** What JSON makes an empty object of, or one of numbers. */
function isEmptied(type: ts.Type): boolean {
  const name = (type.symbol as ts.Symbol | undefined)?.name ?? "";
  return /^(?:Readonly|Weak)?(?:Map|Set)$|^(?:Promise|RegExp|Error|ArrayBuffer)$|^\w+\d+(?:Clamped)?Array$/.test(
    name,
  );
}

function isNamed({ name, declarations = [] }: ts.Symbol): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return (
    !name.startsWith("__@") &&
    declarations.every((one) => (ts.getCombinedModifierFlags(one) & hidden) === 0)
  );
}

function first<T>(items: readonly T[], look: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = look(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
