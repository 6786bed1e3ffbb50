import type { ts } from "ts-morph";

import { messages } from "../../diagnostics/messages.js";
import type { TypeReader, TypeRule } from "../type-reader.js";
import { typeSymbol } from "../type-symbol.js";
import { isLibraryClass } from "./library-name.js";

/**
 * A class of the user's that extends `Error` or `Map`. It is read like any other, without what only the base class
 * knows: JSON does not see that, and hardly anybody expects so.
 */
export const noteBaseClass: TypeRule = (type, place, reader) => {
  const base = libraryBase(type, reader);
  if (base) {
    reader.report(
      (path) => messages.lostBase(path, typeSymbol(type)?.name ?? base.name, base.name),
      place,
    );
  }
  return undefined;
};

function libraryBase(type: ts.Type, reader: TypeReader): ts.Symbol | undefined {
  const { checker } = reader;
  if (!type.isClassOrInterface() || checker.isArrayLikeType(type)) {
    return undefined;
  }
  for (const base of checker.getBaseTypes(type)) {
    const symbol = typeSymbol(base);
    if (symbol && isLibraryClass(symbol, reader)) {
      return symbol;
    }
    const inherited = libraryBase(base, reader);
    if (inherited) {
      return inherited;
    }
  }
  return undefined;
}
