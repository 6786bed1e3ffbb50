import { ts } from "ts-morph";

import { typeSymbol } from "./type-symbol.js";

/** The type that a Standard Schema takes (`input`) or gives (`output`); zod before 3.24 says it in its own way. */
export function schemaSide(
  schema: ts.Type,
  side: "input" | "output",
  checker: ts.TypeChecker,
): ts.Type | undefined {
  const sides = propertyType(propertyType(schema, "~standard", checker), "types", checker);
  const symbol =
    (sides && checker.getPropertyOfType(sides, side)) ??
    checker.getPropertyOfType(schema, `_${side}`);
  return symbol && checker.getTypeOfSymbol(symbol);
}

/**
 * Whether a schema is content with `undefined`, so that the SDK takes it for one of nothing at all. A type of input
 * that is `unknown` need not mean it: `z.coerce.number()` has one too.
 */
export function acceptsUndefined(schema: ts.Type, checker: ts.TypeChecker): boolean {
  const input = schemaSide(schema, "input", checker);
  const parts = input?.isUnion() ? input.types : input ? [input] : [];
  if (parts.some(({ flags }) => flags & ts.TypeFlags.VoidLike)) {
    return true;
  }
  const name = typeSymbol(schema)?.name ?? "";
  const piped = name === "ZodPipe" ? propertyType(schema, "in", checker) : undefined;
  return tolerant.test(name) || (piped !== undefined && acceptsUndefined(piped, checker));
}

/** The types of schemas that take everything, by the libraries' own names for them. */
const tolerant =
  /^(?:Zod(?:Any|Unknown|Catch|CoercedString|CoercedBoolean)|(?:Any|Unknown)Schema)$/;

function propertyType(
  type: ts.Type | undefined,
  name: string,
  checker: ts.TypeChecker,
): ts.Type | undefined {
  const symbol = type && checker.getPropertyOfType(type, name);
  return symbol && checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
}
