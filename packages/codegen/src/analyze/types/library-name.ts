import type { ts } from "ts-morph";

import type { TypeReader } from "../type-reader.js";
import { typeSymbol } from "../type-symbol.js";

/** The name of a type that TypeScript itself brings: `Date`, `Map`. */
export function libraryName(type: ts.Type, reader: TypeReader): string | undefined {
  const symbol = typeSymbol(type);
  return symbol && isOfLibrary(symbol, reader) ? symbol.name : undefined;
}

/** Whether TypeScript itself declares a symbol; what a project adds to it (`interface Date { … }`) changes nothing. */
export function isOfLibrary(symbol: ts.Symbol, reader: TypeReader): boolean {
  return symbol.declarations?.some((one) => reader.origin(one).owner === "library") === true;
}

/** Whether a library type is a class, as `Map` and `Error` are: what its instances hold, JSON does not see. */
export function isLibraryClass(symbol: ts.Symbol, reader: TypeReader): boolean {
  return (
    isOfLibrary(symbol, reader) &&
    (classless.test(symbol.name) ||
      (symbol.valueDeclaration !== undefined &&
        reader.checker.getTypeOfSymbol(symbol).getConstructSignatures().length > 0))
  );
}

/** What has the form of a class but no constructor of its name. */
const classless =
  /^(?:Readonly(?:Map|Set)|PromiseLike|(?:Async)?(?:IterableIterator|IteratorObject|Iterator|Generator)|\w+Iterator)$/;
