import { ts } from "ts-morph";

import type { TypeReader, TypeRule } from "../type-reader.js";
import { typeSymbol } from "../type-symbol.js";
import { isLibraryClass } from "./library-name.js";

/**
 * `Readonly<Date>`, or the `Date` within a `DeepPartial`: it has all the members of a class, some way or other, and
 * only an instance of that class is ever meant.
 */
export const readMapped: TypeRule = (type, place, reader) => {
  const source = mappedFrom(type, reader.checker);
  const symbol = source && typeSymbol(source);
  if (!symbol || !isLibraryClass(symbol, reader) || symbol.name.endsWith("Error")) {
    return undefined;
  }
  return keepsAll(type, source, reader)
    ? reader.read(source, { ...place, hint: undefined })
    : undefined;
};

/** What a mapped type maps over: `Date` in `Readonly<Date>`. */
export function mappedFrom(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  if (!isMapped(type)) {
    return undefined;
  }
  // The checker finds it out for the members, and keeps it to itself.
  checker.getPropertiesOfType(type);
  return (type as { readonly modifiersType?: ts.Type }).modifiersType;
}

/** Whether a type is `{ [Key in …]: … }`. */
export function isMapped(type: ts.Type): boolean {
  const { objectFlags = 0 } = type as Partial<ts.ObjectType>;
  return (objectFlags & ts.ObjectFlags.Mapped) !== 0;
}

function keepsAll(type: ts.Type, source: ts.Type, { checker }: TypeReader): boolean {
  const kept = new Set(checker.getPropertiesOfType(type).map(({ escapedName }) => escapedName));
  return checker.getPropertiesOfType(source).every(({ escapedName }) => kept.has(escapedName));
}
