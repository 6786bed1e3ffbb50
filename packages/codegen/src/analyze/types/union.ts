import { ts } from "ts-morph";

import { unite } from "../../model/unite.js";
import type { Place, TypeReader, TypeRule } from "../type-reader.js";
import { typeSymbol } from "../type-symbol.js";
import { enumOf } from "./enum.js";
import { writtenOrder, type WrittenType } from "./written-order.js";

/** `A | B`. What JSON cannot carry falls out, and `undefined` is left to the position. */
export const readUnion: TypeRule = (type, place, reader) => {
  if (!type.isUnion()) {
    return undefined;
  }
  const readings = inOrder(constituents(type, reader), type, place, reader).map((part) =>
    reader.read(part.type, { ...place, hint: part.node }),
  );
  const types = readings.flatMap(({ type: model }) => model ?? []);
  const undefinable = readings.some((reading) => reading.undefinable);
  const isNothing = types.every(({ kind }) => kind === "never");
  return isNothing ? { undefinable } : { type: unite(types), undefinable };
};

/**
 * The types that a union was written with. The checker flattens unions, so `Status | null` is the members of `Status`
 * and `null` to it; what it was made of is remembered beside that, and whole enums and `boolean` can be told by their members.
 */
function constituents(type: ts.UnionType, { checker }: TypeReader): readonly ts.Type[] {
  const { origin } = type as { readonly origin?: ts.Type };
  const parts = new Set(origin?.isUnion() ? origin.types : type.types);
  const wholes = [...parts].map((part) => {
    const whole = wholeOf(part, checker);
    return whole?.isUnion() && whole.types.every((one) => parts.has(one)) ? whole : part;
  });
  return [...new Set(wholes)];
}

function wholeOf(part: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  if (part.flags & ts.TypeFlags.BooleanLiteral) {
    return checker.getBooleanType();
  }
  const symbol = part.flags & ts.TypeFlags.EnumLiteral ? enumOf(part) : undefined;
  return symbol && checker.getDeclaredTypeOfSymbol(symbol);
}

/** The order of the code, where there is some that shows it; else the checker's, which is stable. */
function inOrder(
  types: readonly ts.Type[],
  union: ts.Type,
  place: Place,
  { checker }: TypeReader,
): readonly WrittenType[] {
  const written = writtenHere(union, place, checker);
  const open = written.findIndex(isOpen);
  const places = new Map<ts.Type | ts.Symbol, number>();
  written.forEach(({ type, node }, index) => {
    // In the body of a generic type only the code counts: what was given for a parameter stands where that is.
    for (const key of open === -1 || node ? [type, genericSymbol(type) ?? type] : []) {
      places.set(key, places.get(key) ?? index);
    }
  });
  const ranked = types.map((type) => {
    const known = places.get(type) ?? places.get(genericSymbol(type) ?? type);
    const rank = known ?? (open === -1 ? written.length : open);
    return { type, node: written[rank]?.node, rank };
  });
  const isWritten = ranked.every(({ type, node }) => node ?? isNull(type));
  // Where no code tells, `null` stands last, as everyone writes it.
  const rankOf = ({ type, node, rank }: (typeof ranked)[number]) =>
    isNull(type) && !(isWritten && node) ? Infinity : rank;
  return ranked.sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : Number(rankOf(a) > rankOf(b))));
}

/** What the code says at a place; in the body of a generic type, with what was given for its parameters in their places. */
function writtenHere(
  union: ts.Type,
  { hint, node }: Place,
  checker: ts.TypeChecker,
): readonly WrittenType[] {
  const given = ts.isTypeNode(node)
    ? writtenOrder(checker.getTypeFromTypeNode(node), node, checker)
    : [];
  return writtenOrder(union, hint, checker).flatMap((one) =>
    isOpen(one) ? [...given, one] : [one],
  );
}

function isOpen({ type }: WrittenType): boolean {
  return (type.flags & ts.TypeFlags.TypeParameter) !== 0;
}

/** What all instantiations of a type in the body of a generic one have in common: `Page<Item>[]`. */
function genericSymbol(type: ts.Type): ts.Symbol | undefined {
  return type.flags & ts.TypeFlags.Object ? typeSymbol(type) : undefined;
}

function isNull(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Null) !== 0;
}
