import { ts } from "ts-morph";

import type { EnumMember, EnumType, PrimitiveType } from "../../model/type-model.js";
import { readDoc } from "../read-doc.js";
import { always, type Reading, type TypeReader, type TypeRule } from "../type-reader.js";
import { typeSymbol } from "../type-symbol.js";

/**
 * Reads the members of an enum, `const` or not, wherever it is declared. One with computed members is a number, which
 * is all that is known of it.
 */
export function readEnum(symbol: ts.Symbol, reader: TypeReader): Reading<EnumType | PrimitiveType> {
  const declared = enumMembers(symbol);
  const members = declared.flatMap((member) => readMember(member, reader));
  const isKnown = members.length === declared.length;
  return { type: isKnown ? { kind: "enum", members } : { kind: "number" }, undefinable: false };
}

/** The members of an enum in the order of their declaration. */
export function enumMembers({ declarations = [] }: ts.Symbol): readonly ts.EnumMember[] {
  return declarations.filter(ts.isEnumDeclaration).flatMap(({ members }) => [...members]);
}

/** A member whose value is computed, where it stands for its enum: the value is only known to be a number. */
export const readComputedEnum: TypeRule = (type) =>
  type.flags & ts.TypeFlags.Enum ? always({ kind: "number" }) : undefined;

/** The enum that a type is a member of, or all of whose members it is. */
export function enumOf(type: ts.Type): ts.Symbol | undefined {
  const symbol = typeSymbol(type);
  // The checker keeps the enum of a member private.
  const { parent } = (symbol ?? {}) as { readonly parent?: ts.Symbol };
  return symbol && symbol.flags & ts.SymbolFlags.EnumMember ? parent : symbol;
}

/** The enum of which a type is the only member, and which the checker therefore takes for the same type. */
export function soleMemberEnum(type: ts.Type): ts.Symbol | undefined {
  const symbol = enumOf(type);
  return symbol && enumMembers(symbol).length === 1 ? symbol : undefined;
}

function readMember(member: ts.EnumMember, { checker }: TypeReader): EnumMember[] {
  const value = checker.getConstantValue(member);
  const symbol = checker.getSymbolAtLocation(member.name);
  if (value === undefined || !symbol) {
    return [];
  }
  const doc = readDoc(symbol, checker);
  return [{ name: symbol.name, value, ...(doc && { doc }) }];
}
