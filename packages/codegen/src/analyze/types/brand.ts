import { ts } from "ts-morph";

import type { TypeRule } from "../type-reader.js";

/**
 * `string & { __brand: "Id" }`, `string[] & Sorted`: the brand exists only in the checker, so the wire has the base
 * type.
 */
export const readBrand: TypeRule = (type, place, reader) => {
  const base = type.isIntersection()
    ? type.types.find((part) => part.flags & primitive || reader.checker.isArrayLikeType(part))
    : undefined;
  return base && reader.read(base, { ...place, hint: undefined });
};

const primitive =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.BigIntLike |
  ts.TypeFlags.Null;
