import { ts } from "ts-morph";

import type { TypeModel } from "../../model/type-model.js";
import { always, type TypeRule } from "../type-reader.js";
import { isUnresolved } from "./intrinsic.js";

/** `` `order-${number}` ``; `Uppercase<string>` and its kin are strings to the wire. */
export const readTemplate: TypeRule = (type, place, reader) => {
  if (type.flags & ts.TypeFlags.StringMapping) {
    return always({ kind: "string" });
  }
  if (!(type.flags & ts.TypeFlags.TemplateLiteral)) {
    return undefined;
  }
  const { texts, types } = type as ts.TemplateLiteralType;
  const parts = types.map((part): TypeModel => {
    // `${bigint}` is text like any other; only a bare bigint cannot cross. So is what could not be read.
    const isAny = part.flags & ts.TypeFlags.Any && !isUnresolved(part);
    const isText = isAny || part.flags & ts.TypeFlags.BigInt;
    const model = isText ? undefined : reader.read(part, { ...place, hint: undefined }).type;
    return model && model.kind !== "unknown" ? model : { kind: "string" };
  });
  return always({ kind: "template", texts, types: parts });
};
