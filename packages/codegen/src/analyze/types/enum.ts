import { ts } from "ts-morph";

import type { EnumMember } from "../../model/type-model.js";
import { readDoc } from "../read-doc.js";
import { always, type DeclarationReading, type TypeReader, type TypeRule } from "../type-reader.js";
import { typeSymbol } from "../type-symbol.js";

/** Reads the members of an enum, `const` or not. One with computed members is a number, which is all that is known of it. */
export function readEnum(declaration: ts.EnumDeclaration, reader: TypeReader): DeclarationReading {
  const members = declaration.members.flatMap((member) => readMember(member, reader));
  return {
    undefinable: false,
    body:
      members.length === declaration.members.length
        ? { kind: "enum", members }
        : { kind: "number" },
  };
}

/** A member whose value is computed, where it stands for its enum: the value is only known to be a number. */
export const readComputedEnum: TypeRule = (type) =>
  type.flags & ts.TypeFlags.Enum ? always({ kind: "number" }) : undefined;

/** The enum of which a type is the only member, and which the checker therefore takes for the same type. */
export function soleMemberEnum(type: ts.Type): ts.EnumDeclaration | undefined {
  const member = typeSymbol(type)?.valueDeclaration;
  return member && ts.isEnumMember(member) && member.parent.members.length === 1
    ? member.parent
    : undefined;
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
