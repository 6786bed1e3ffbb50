import { ts } from "ts-morph";

import type { TypeModel } from "../../model/type-model.js";
import { always, type Place, type TypeReader, type TypeRule } from "../type-reader.js";

/** `A | B`. What JSON cannot carry falls out, and `undefined` is left to the position. */
export const readUnion: TypeRule = (type, place, reader) => {
  if (!type.isUnion()) {
    return undefined;
  }
  const readings = inOrder(constituents(type), place, reader).map(({ type: part, hint }) =>
    reader.read(part, { ...place, hint }),
  );
  const types = unique(
    readings.flatMap(({ type: model }) =>
      model?.kind === "union" ? model.types : model && model.kind !== "never" ? [model] : [],
    ),
  );
  const undefinable = readings.some((reading) => reading.undefinable);
  const unknown = types.find(({ kind }) => kind === "unknown");
  const [first, ...others] = types;
  if (!first) {
    return { undefinable };
  }
  const model: TypeModel = unknown ?? (others.length > 0 ? { kind: "union", types } : first);
  return { ...always(model), undefinable };
};

/**
 * The types that a union was written with. The checker flattens unions, so `Status | null` is the members of `Status`
 * and `null` to it; what it was made of is remembered beside that, and whole enums can be told by their members.
 */
function constituents(type: ts.UnionType): readonly ts.Type[] {
  const { origin } = type as { readonly origin?: ts.Type };
  const parts = origin?.isUnion() ? origin.types : type.types;
  return [...new Set(parts.map((part) => wholeEnum(part, parts) ?? part))];
}

/** The enum or `boolean` that a literal belongs to, where all its members are there. */
function wholeEnum(part: ts.Type, parts: readonly ts.Type[]): ts.Type | undefined {
  // The checker keeps the base of a literal enum member private; for `true` and `false` it is not recorded at all.
  const parent = (part.symbol as { readonly parent?: ts.Symbol } | undefined)?.parent;
  if (!(part.flags & ts.TypeFlags.EnumLiteral) || !parent) {
    return undefined;
  }
  const siblings = parts.filter(
    (one) => (one.symbol as { readonly parent?: ts.Symbol } | undefined)?.parent === parent,
  );
  const whole = (parent as { readonly links?: { readonly declaredType?: ts.Type } }).links
    ?.declaredType;
  return whole?.isUnion() && whole.types.length === siblings.length ? whole : undefined;
}

/** The order of the declaration, where there is one that shows it; else the checker's, which is stable. */
function inOrder(
  types: readonly ts.Type[],
  { hint }: Place,
  { checker }: TypeReader,
): readonly { readonly type: ts.Type; readonly hint?: ts.TypeNode | undefined }[] {
  const written = hint && ts.isUnionTypeNode(hint) ? hint.types : [];
  const declared = written.map((node) => ({ node, type: checker.getTypeFromTypeNode(node) }));
  const ranked = types.map((type) => {
    const index = declared.findIndex(
      (one) => one.type === type || (one.type.isUnion() && one.type.types.includes(type)),
    );
    return { type, hint: declared[index]?.node, rank: index === -1 ? declared.length : index };
  });
  const isWritten = ranked.every(({ type, hint: node }) => node ?? isNull(type));
  // Where no declaration tells, `null` stands last, as everyone writes it.
  const rankOf = ({ type, rank }: { readonly type: ts.Type; readonly rank: number }) =>
    isNull(type) && !isWritten ? Infinity : rank;
  return ranked.sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : Number(rankOf(a) > rankOf(b))));
}

function isNull(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Null) !== 0;
}

/** Each type once; `true` and `false`, which the checker tells apart in a union, are `boolean` again. */
function unique(types: readonly TypeModel[]): readonly TypeModel[] {
  const byText = new Map(types.map((type) => [JSON.stringify(type), type]));
  const [yes, no] = [true, false].map((value) => JSON.stringify({ kind: "literal", value }));
  const hasBoth = byText.has(yes ?? "") && byText.has(no ?? "");
  const kept = [...byText.values()].map((type): TypeModel => {
    return hasBoth && type.kind === "literal" && typeof type.value === "boolean"
      ? { kind: "boolean" }
      : type;
  });
  return hasBoth ? unique(kept) : kept;
}
