import { ts } from "ts-morph";

import { always, type TypeRule } from "../type-reader.js";
import { soleMemberEnum } from "./enum.js";

/** `"open"`, `42`, `true`, and a single member of an enum, which is its value on the wire. */
export const readLiteral: TypeRule = (type) => {
  if (soleMemberEnum(type)) {
    return undefined;
  }
  if (type.isStringLiteral() || type.isNumberLiteral()) {
    return always({ kind: "literal", value: type.value });
  }
  if (type.flags & ts.TypeFlags.BooleanLiteral) {
    // The checker has no public way to ask for the value; the name is part of the language.
    const { intrinsicName } = type as { readonly intrinsicName?: string };
    return always({ kind: "literal", value: intrinsicName === "true" });
  }
  return undefined;
};
