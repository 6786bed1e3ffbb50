import type { ts } from "ts-morph";

import type { EnumMember } from "../../model/type-model.js";
import { readDoc } from "../read-doc.js";
import type { DeclarationReading, TypeReader } from "../type-reader.js";

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

function readMember(member: ts.EnumMember, { checker }: TypeReader): EnumMember[] {
  const value = checker.getConstantValue(member);
  const symbol = checker.getSymbolAtLocation(member.name);
  if (value === undefined || !symbol) {
    return [];
  }
  const doc = readDoc(symbol, checker);
  return [{ name: symbol.name, value, ...(doc && { doc }) }];
}
