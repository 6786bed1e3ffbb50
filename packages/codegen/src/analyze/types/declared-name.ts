import { ts } from "ts-morph";

import type { Place, TypeReader } from "../type-reader.js";
import { typeSymbol } from "../type-symbol.js";
import { soleMemberEnum } from "./enum.js";

/** A name in the user's code or a package's, with what it was applied to. */
export interface DeclaredName {
  readonly symbol: ts.Symbol;
  readonly declaration: ts.Declaration;
  readonly arguments: readonly ts.Type[];
}

/** Finds the name of a type, if it was declared with one; `hint` is how the user mentions it. */
export function declaredName(
  type: ts.Type,
  hint: Place["hint"],
  reader: TypeReader,
): DeclaredName | undefined {
  return aliasOf(type, reader) ?? ownName(type, reader) ?? mentionedAlias(type, hint, reader);
}

function aliasOf(type: ts.Type, reader: TypeReader): DeclaredName | undefined {
  const { aliasSymbol, aliasTypeArguments = [] } = type;
  const declaration = aliasSymbol && primary(aliasSymbol, ts.isTypeAliasDeclaration, reader);
  return declaration && !isMachinery(declaration, aliasTypeArguments, reader)
    ? {
        symbol: aliasSymbol,
        declaration,
        arguments: chosenArguments(declaration, aliasTypeArguments, reader),
      }
    : undefined;
}

/** A generic alias of a package (`Simplify`, `infer`) is its way to make types, not a name that the user chose. */
function isMachinery(
  declaration: ts.Declaration,
  typeArguments: readonly ts.Type[],
  reader: TypeReader,
): boolean {
  const { owner } = reader.origin(declaration);
  return owner === "library" || (owner === "package" && typeArguments.length > 0);
}

function ownName(type: ts.Type, reader: TypeReader): DeclaredName | undefined {
  if (reader.checker.isArrayLikeType(type)) {
    // An array is an instance of a named interface too, but has a form of its own.
    return undefined;
  }
  const symbol = soleMemberEnum(type) ?? typeSymbol(type);
  const declaration = symbol && primary(symbol, isNamedDeclaration, reader);
  return declaration
    ? {
        symbol,
        declaration,
        arguments: chosenArguments(declaration, typeArguments(type, reader), reader),
      }
    : undefined;
}

function isNamedDeclaration(
  node: ts.Node,
): node is ts.InterfaceDeclaration | ts.ClassDeclaration | ts.EnumDeclaration {
  return (
    ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node)
  );
}

/**
 * An alias of a type that was computed elsewhere (`type Query = z.infer<typeof Query>`) is unknown to the checker,
 * but stands where the user wrote it.
 */
function mentionedAlias(
  type: ts.Type,
  hint: Place["hint"],
  reader: TypeReader,
): DeclaredName | undefined {
  if (!hint || !ts.isTypeReferenceNode(hint)) {
    return undefined;
  }
  const { checker } = reader;
  const mentioned = checker.getSymbolAtLocation(hint.typeName);
  const symbol =
    mentioned && mentioned.flags & ts.SymbolFlags.Alias
      ? checker.getAliasedSymbol(mentioned)
      : mentioned;
  const declaration = symbol && primary(symbol, ts.isTypeAliasDeclaration, reader);
  const given = (hint.typeArguments ?? []).map((node) => checker.getTypeFromTypeNode(node));
  const isMeant =
    declaration &&
    !isMachinery(declaration, given, reader) &&
    checker.getTypeFromTypeNode(hint) === type;
  return isMeant
    ? { symbol, declaration, arguments: chosenArguments(declaration, given, reader) }
    : undefined;
}

/** The declaration that gives a merged type its place: the same one, whatever order the files are in. */
function primary<Declaration extends ts.Declaration>(
  symbol: ts.Symbol,
  isOne: (node: ts.Node) => node is Declaration,
  reader: TypeReader,
): Declaration | undefined {
  const fileOf = (node: ts.Node) => reader.origin(node).file;
  return symbol.declarations
    ?.filter(isOne)
    .sort((a, b) => (fileOf(a) < fileOf(b) ? -1 : Number(fileOf(a) > fileOf(b))))[0];
}

/** The type arguments but for the last ones that are what their parameters default to. */
function chosenArguments(
  declaration: ts.Declaration,
  typeArguments: readonly ts.Type[],
  { checker }: TypeReader,
): readonly ts.Type[] {
  const parameters = ts.getEffectiveTypeParameterDeclarations(
    declaration as ts.DeclarationWithTypeParameters,
  );
  const defaults = parameters.map((one) => one.default && checker.getTypeFromTypeNode(one.default));
  const chosen = typeArguments.findLastIndex((one, index) => one !== defaults[index]);
  return typeArguments.slice(0, chosen + 1);
}

/** What an interface or a class was applied to. */
export function typeArguments(type: ts.Type, { checker }: TypeReader): readonly ts.Type[] {
  const { objectFlags = 0, target } = type as Partial<ts.TypeReference>;
  if (!(objectFlags & ts.ObjectFlags.Reference) || !target) {
    return [];
  }
  // A class or interface counts its own `this` type among its arguments.
  const own = target.typeParameters?.length ?? 0;
  return checker.getTypeArguments(type as ts.TypeReference).slice(0, own);
}
