import { ts } from "ts-morph";

import { readDoc } from "../read-doc.js";
import type { DeclarationReading, Place, TypeReader, TypeRule } from "../type-reader.js";
import { readEnum, soleMemberEnum } from "./enum.js";
import { typeSymbol } from "../type-symbol.js";

/** Interfaces, classes, enums and type aliases: mentioned by their names, and declared once. */
export const readNamed: TypeRule = (type, place, reader) => {
  const declared =
    aliasOf(type, reader) ?? ownName(type, reader) ?? aliasFromHint(type, place, reader);
  const name = declared && nameOf(declared);
  if (!declared || name === undefined) {
    return undefined;
  }
  const { declaration, symbol } = declared;
  const { file } = reader.origin(declaration);
  const named = { type, name, file, doc: readDoc(symbol, reader.checker) };
  return reader.declare(named, place, () =>
    ts.isEnumDeclaration(declaration)
      ? readEnum(declaration, reader)
      : readAliased(type, { ...place, hint: aliasedNode(declaration) }, reader),
  );
};

/** A name in the user's code or a package's, with what it was applied to. */
interface DeclaredName {
  readonly symbol: ts.Symbol;
  readonly declaration: ts.Declaration;
  readonly arguments: readonly ts.Type[];
}

function readAliased(type: ts.Type, place: Place, reader: TypeReader): DeclarationReading {
  const { type: body, undefinable } = reader.readBody(type, place);
  return { undefinable, ...(body && { body }) };
}

function ownName(type: ts.Type, reader: TypeReader): DeclaredName | undefined {
  if (reader.checker.isArrayLikeType(type)) {
    // An array is an instance of a named interface too, but has a form of its own.
    return undefined;
  }
  const sole = soleMemberEnum(type);
  const symbol = sole ? reader.checker.getSymbolAtLocation(sole.name) : typeSymbol(type);
  const declaration = symbol?.declarations?.find(
    (one) =>
      ts.isInterfaceDeclaration(one) || ts.isClassDeclaration(one) || ts.isEnumDeclaration(one),
  );
  return declaration && symbol
    ? { symbol, declaration, arguments: typeArguments(type, reader) }
    : undefined;
}

function aliasOf(type: ts.Type, reader: TypeReader): DeclaredName | undefined {
  const { aliasSymbol, aliasTypeArguments = [] } = type;
  const declaration = aliasSymbol?.declarations?.[0];
  if (!aliasSymbol || !declaration) {
    return undefined;
  }
  // A generic alias of a package is its machinery (`Simplify`, `infer`), not a name that the user chose.
  const { owner } = reader.origin(declaration);
  const isMachinery = owner === "library" || (owner === "package" && aliasTypeArguments.length > 0);
  return isMachinery
    ? undefined
    : { symbol: aliasSymbol, declaration, arguments: aliasTypeArguments };
}

/**
 * An alias of a type that was computed elsewhere (`type Query = z.infer<typeof Query>`) is unknown to the checker,
 * but stands where the user wrote it.
 */
function aliasFromHint(
  type: ts.Type,
  { hint }: Place,
  { checker }: TypeReader,
): DeclaredName | undefined {
  if (!hint || !ts.isTypeReferenceNode(hint) || hint.typeArguments) {
    return undefined;
  }
  const mentioned = checker.getSymbolAtLocation(hint.typeName);
  const symbol =
    mentioned && mentioned.flags & ts.SymbolFlags.Alias
      ? checker.getAliasedSymbol(mentioned)
      : mentioned;
  const declaration = symbol?.declarations?.find(ts.isTypeAliasDeclaration);
  const isMeant = declaration && checker.getTypeFromTypeNode(declaration.type) === type;
  return isMeant && symbol ? { symbol, declaration, arguments: [] } : undefined;
}

/** The name to print under: the declared one and its arguments, `PageOfUser`. */
function nameOf({ declaration, arguments: typeArguments }: DeclaredName): string | undefined {
  const name = ts.getNameOfDeclaration(declaration);
  const labels = typeArguments.map(labelOf);
  if (!name || !ts.isIdentifier(name) || labels.includes(undefined)) {
    return undefined;
  }
  return labels.length > 0 ? `${name.text}Of${labels.join("And")}` : name.text;
}

/** How a type argument reads in the name of an instantiation: `User` in `PageOfUser`. Anonymous types have no label. */
function labelOf(type: ts.Type): string | undefined {
  const symbol = type.aliasSymbol ?? typeSymbol(type);
  const declared = symbol?.declarations
    ?.map(ts.getNameOfDeclaration)
    .find((name) => name !== undefined);
  const isAnonymous =
    symbol && symbol.flags & (ts.SymbolFlags.TypeLiteral | ts.SymbolFlags.ObjectLiteral);
  if (declared && ts.isIdentifier(declared) && !isAnonymous) {
    const inner = (type.aliasTypeArguments ?? []).map(labelOf);
    return inner.includes(undefined) ? undefined : [declared.text, ...inner].join("");
  }
  if (type.isStringLiteral()) {
    const text = type.value.replaceAll(/\W+/g, "");
    return text ? text.charAt(0).toUpperCase() + text.slice(1) : undefined;
  }
  const { intrinsicName } = type as { readonly intrinsicName?: string };
  return intrinsicName && intrinsicName.charAt(0).toUpperCase() + intrinsicName.slice(1);
}

function typeArguments(type: ts.Type, { checker }: TypeReader): readonly ts.Type[] {
  const { objectFlags = 0, target } = type as Partial<ts.TypeReference>;
  if (!(objectFlags & ts.ObjectFlags.Reference) || !target) {
    return [];
  }
  // A class or interface counts its own `this` type among its arguments.
  const own = target.typeParameters?.length ?? 0;
  return checker.getTypeArguments(type as ts.TypeReference).slice(0, own);
}

function aliasedNode(declaration: ts.Declaration): ts.TypeNode | undefined {
  return ts.isTypeAliasDeclaration(declaration) ? declaration.type : undefined;
}
