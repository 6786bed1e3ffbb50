import { ts } from "ts-morph";

import type { TypeReader } from "../type-reader.js";
import { isLibraryClass } from "./library-name.js";
import { isMapped } from "./mapped.js";

/** Whether a member is data that a value has itself, as JSON wants it. Methods fall out by their type. */
export function isData(member: ts.Symbol, owner: ts.Type, reader: TypeReader): boolean {
  const name = String(member.escapedName);
  // The checker's names for symbol keys and for `#private` fields.
  if (/^__[@#]/.test(name) || (owner.isIntersection() && brands.test(member.name))) {
    return false;
  }
  // What is mapped over a class, as in `Pick<Error, "message">`, is no instance of it.
  return (
    isMapped(owner) ||
    (member.declarations ?? []).every(
      (declaration) =>
        !isHidden(declaration) &&
        !isOnPrototype(declaration) &&
        !isOfLibraryClass(declaration, reader),
    )
  );
}

/** `Order & { __brand: "paid" }`: of objects, only such a name tells that a member is not really there. */
const brands = /^_+(?:brand|flavou?r|nominal|opaque)_*$/i;

function isHidden(declaration: ts.Declaration): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return (ts.getCombinedModifierFlags(declaration) & hidden) !== 0;
}

function isOnPrototype(declaration: ts.Declaration): boolean {
  return (
    ts.isClassLike(declaration.parent) &&
    (ts.isAccessor(declaration) ||
      (ts.isPropertyDeclaration(declaration) && ts.isAutoAccessorPropertyDeclaration(declaration)))
  );
}

/** `message` of an error and `size` of a map are nothing that JSON finds on the value. */
function isOfLibraryClass({ parent }: ts.Declaration, reader: TypeReader): boolean {
  const owner = ts.isInterfaceDeclaration(parent)
    ? reader.checker.getSymbolAtLocation(parent.name)
    : undefined;
  return owner !== undefined && isLibraryClass(owner, reader);
}
