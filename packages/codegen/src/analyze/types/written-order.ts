import { ts } from "ts-morph";

import { enumMembers } from "./enum.js";

/** A type that code mentions, and where. */
export interface WrittenType {
  readonly type: ts.Type;
  readonly node?: ts.TypeNode | undefined;
}

/**
 * The types that code mentions, in its order: those of `"b" | Other`, of the alias `Other`, of `keyof User`. The
 * checker sorts the members of a union; this is how the user did. `node` is the code, where it is known.
 */
export function writtenOrder(
  type: ts.Type,
  node: ts.TypeNode | undefined,
  checker: ts.TypeChecker,
): readonly WrittenType[] {
  const seen = new Set<ts.Node | ts.Type>();
  const once = <One extends ts.Node | ts.Type>(one: One, list: () => readonly WrittenType[]) =>
    seen.has(one) ? [] : (seen.add(one), list());

  const inNode = (one: ts.TypeNode): readonly WrittenType[] =>
    once(one, () => {
      const said = checker.getTypeFromTypeNode(one);
      return [
        { type: said, node: one },
        ...partsOf(one).flatMap(inNode),
        ...valuesOf(one, checker).flatMap((type) => [{ type }, ...inType(type)]),
        ...inType(said),
      ];
    });

  const inType = (one: ts.Type): readonly WrittenType[] =>
    once(one, () => [
      ...aliasesOf(one).flatMap(inNode),
      ...typesWithin(one, checker).flatMap((part) => [{ type: part }, ...inType(part)]),
    ]);

  return [...(node ? inNode(node) : []), ...inType(type)];
}

function partsOf(node: ts.TypeNode): readonly ts.TypeNode[] {
  if (ts.isUnionTypeNode(node)) {
    return node.types;
  }
  if (ts.isParenthesizedTypeNode(node)) {
    return [node.type];
  }
  if (ts.isTypeReferenceNode(node)) {
    return node.typeArguments ?? [];
  }
  if (ts.isMappedTypeNode(node)) {
    return node.typeParameter.constraint ? [node.typeParameter.constraint] : [];
  }
  return ts.isIndexedAccessTypeNode(node) ? [node.objectType] : [];
}

/** The types of an object's members, of which `(typeof Level)[keyof typeof Level]` is made. */
function valuesOf(node: ts.TypeNode, checker: ts.TypeChecker): readonly ts.Type[] {
  const object = ts.isIndexedAccessTypeNode(node)
    ? checker.getTypeFromTypeNode(node.objectType)
    : undefined;
  return object && !checker.isArrayLikeType(object)
    ? checker.getPropertiesOfType(object).map((member) => checker.getTypeOfSymbol(member))
    : [];
}

/** What the alias of a type stands for. */
function aliasesOf({ aliasSymbol }: ts.Type): readonly ts.TypeNode[] {
  return (aliasSymbol?.declarations ?? [])
    .filter(ts.isTypeAliasDeclaration)
    .map(({ type }) => type);
}

/** The types that a type was made of, as far as it remembers them: the members of an enum, the keys of `keyof User`. */
function typesWithin(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  const given = type.aliasTypeArguments ?? [];
  if (checker.isTupleType(type)) {
    return [...given, ...checker.getTypeArguments(type as ts.TypeReference)];
  }
  // What a union was written as is remembered beside it.
  const { origin } = type as { readonly origin?: ts.Type };
  if (origin?.isUnion()) {
    return [...given, ...origin.types];
  }
  if (origin?.isIndexType()) {
    const keys = checker.getPropertiesOfType(origin.type).map(({ name }) => name);
    return [...given, ...keys.map((name) => checker.getStringLiteralType(name))];
  }
  const members = type.flags & ts.TypeFlags.EnumLike ? enumMembers(type.symbol) : [];
  return [...given, ...members.map((member) => checker.getTypeAtLocation(member))];
}
