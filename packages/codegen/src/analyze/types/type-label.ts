import { ts } from "ts-morph";

import { asName } from "../as-name.js";
import type { TypeReader } from "../type-reader.js";
import { typeSymbol } from "../type-symbol.js";
import { declaredName, type DeclaredName } from "./declared-name.js";

/** The name of a declared type with those of its arguments, `PageOfUser`; absent where one of them has none. */
export function nameOf(
  { declaration, arguments: given }: DeclaredName,
  reader: TypeReader,
): string | undefined {
  const name = ts.getNameOfDeclaration(declaration);
  if (!name || !ts.isIdentifier(name)) {
    return undefined;
  }
  const labels = labelsOf(given, reader);
  const text = labels && (labels.length > 0 ? `${name.text}Of${labels.join("And")}` : name.text);
  return text && text.length > Math.max(mostLetters, name.text.length) ? undefined : text;
}

/** Nobody would give a longer name; the place of the type says more. */
const mostLetters = 60;

/** How type arguments read in the name of what they were given to: `User` in `PageOfUser`. */
function labelsOf(types: readonly ts.Type[], reader: TypeReader): readonly string[] | undefined {
  const labels = types.map((type) => labelOf(type, reader));
  return labels.every((label) => label !== undefined) ? labels : undefined;
}

function labelOf(type: ts.Type, reader: TypeReader): string | undefined {
  const { checker } = reader;
  const declared = declaredName(type, undefined, reader);
  if (declared) {
    return nameOf(declared, reader);
  }
  if (checker.isArrayType(type)) {
    const elements = labelsOf(checker.getTypeArguments(type as ts.TypeReference), reader);
    return elements && `${elements.join("")}Array`;
  }
  if (type.flags & ts.TypeFlags.Boolean) {
    return "Boolean";
  }
  if (type.isUnion()) {
    const isNullish = ({ flags }: ts.Type) => (flags & nullish ? 1 : 0);
    const types = [...type.types].sort((a, b) => isNullish(a) - isNullish(b));
    return labelsOf(types, reader)?.join("Or");
  }
  return type.isStringLiteral() || type.isNumberLiteral()
    ? asName(String(type.value)) || undefined
    : (memberLabel(type) ?? intrinsicLabel(type));
}

const nullish = ts.TypeFlags.Null | ts.TypeFlags.VoidLike;

/** `StatusOpen` for one member of an enum. */
function memberLabel(type: ts.Type): string | undefined {
  const member = typeSymbol(type)?.valueDeclaration;
  return member && ts.isEnumMember(member) && ts.isIdentifier(member.name)
    ? member.parent.name.text + asName(member.name.text)
    : undefined;
}

function intrinsicLabel(type: ts.Type): string | undefined {
  const { intrinsicName } = type as { readonly intrinsicName?: string };
  return intrinsicName && asName(intrinsicName);
}
