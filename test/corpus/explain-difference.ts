import ts from "typescript";

/** Where two types part, and what each has there: `result.items[].at: string, but number`. */
export function explainDifference(
  generated: ts.Type,
  expected: ts.Type,
  checker: ts.TypeChecker,
): string {
  const print = (type: ts.Type): string =>
    checker
      .typeToString(
        type,
        undefined,
        ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias,
      )
      .slice(0, 400);
  const isSame = (a: ts.Type, b: ts.Type): boolean =>
    checker.isTypeAssignableTo(a, b) && checker.isTypeAssignableTo(b, a);

  const inMembers = (
    a: ts.Type,
    b: ts.Type,
    path: string,
    seen: ReadonlySet<ts.Type>,
  ): string | undefined => {
    const names = [a, b].flatMap((one) => checker.getPropertiesOfType(one)).map(({ name }) => name);
    for (const name of new Set(names)) {
      const [left, right] = [a, b].map((one) => checker.getPropertyOfType(one, name));
      const at = `${path}.${name}`;
      if (!left || !right) {
        return `${at}: ${left ? "generated" : "expected"} alone has it`;
      }
      if ((left.flags ^ right.flags) & ts.SymbolFlags.Optional) {
        return `${at}: optional on one side alone`;
      }
      const [one, other] = [checker.getTypeOfSymbol(left), checker.getTypeOfSymbol(right)];
      if (!isSame(one, other)) {
        return between(one, other, at, seen);
      }
    }
    return undefined;
  };

  const between = (
    a: ts.Type,
    b: ts.Type,
    path: string,
    seen: ReadonlySet<ts.Type>,
  ): string | undefined => {
    const here = `${path}: ${print(a)}, but ${print(b)}`;
    if (seen.has(a) || path.length > 200) {
      return here;
    }
    const inside = new Set([...seen, a]);
    if (a.isUnion() || b.isUnion()) {
      const [as, bs] = [a, b].map((one) => (one.isUnion() ? one.types : [one]));
      const alone = as?.find((one) => !bs?.some((other) => isSame(one, other)));
      const partner = bs?.find((one) => !as?.some((other) => isSame(one, other)));
      return alone && partner ? between(alone, partner, `${path}|`, inside) : here;
    }
    const [left, right] = [a, b].map((one) =>
      checker.isArrayType(one) ? checker.getTypeArguments(one as ts.TypeReference)[0] : undefined,
    );
    if (left && right) {
      return between(left, right, `${path}[]`, inside);
    }
    const areObjects = [a, b].every(
      (one) => (one.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0,
    );
    return (areObjects ? inMembers(a, b, path, inside) : undefined) ?? here;
  };
  return between(generated, expected, "", new Set()) ?? "no difference that can be named";
}
