import { ts } from "ts-morph";

import { findBlame } from "../blame/find-blame.js";
import { messages } from "../../diagnostics/messages.js";
import type { PrimitiveType } from "../../model/type-model.js";
import {
  always,
  nothing,
  onlyUndefined,
  type Place,
  type Reading,
  type TypeReader,
  type TypeRule,
} from "../type-reader.js";
import { readToJson } from "./to-json.js";

/** Types without parts: `string`, `any`, `undefined`, `object`, … */
export const readIntrinsic: TypeRule = (type, place, reader) => {
  const { flags } = type;
  if (flags & ts.TypeFlags.Any) {
    const message = isUnresolved(type) ? messages.unresolvedType : messages.anyType;
    reader.report((path) => message(path, findBlame(place, reader)), place);
    return anything;
  }
  if (flags & ts.TypeFlags.Unknown) {
    if (place.checked && place.direction === "input" && !saysUnknown(place)) {
      reader.report(messages.uncertainInput, place);
    }
    return anything;
  }
  if (flags & ts.TypeFlags.BigIntLike) {
    return readBigint(type, place, reader);
  }
  if (flags & ts.TypeFlags.VoidLike) {
    return isMissing(type) ? always({ kind: "never" }) : onlyUndefined;
  }
  if (flags & ts.TypeFlags.ESSymbolLike) {
    return nothing;
  }
  const kind = simple.find(([flag]) => flags & flag)?.[1];
  return kind && always({ kind });
};

/** JSON knows no bigints, unless the project has given them a `toJSON`. */
function readBigint(type: ts.Type, place: Place, reader: TypeReader): Reading {
  const converted = readToJson(type, place, reader);
  if (!converted) {
    reader.report(messages.bigintType, place);
  }
  return converted ?? anything;
}

/** Whether the schema says, in the words of any library, that every value is welcome. */
function saysUnknown({ node, path }: Place): boolean {
  return path.endsWith("[key]") || /unknown|any|catch|fallback/i.test(node.getText());
}

/** `unknown` includes `undefined`, so an input of this type may be left out. */
export const anything: Reading = { type: { kind: "unknown" }, undefinable: true };

/** Under `exactOptionalPropertyTypes` what may be left out may not be `undefined`; the checker has a type for that. */
function isMissing(type: ts.Type): boolean {
  return (type as { readonly debugIntrinsicName?: string }).debugIntrinsicName === "missing";
}

const simple: readonly (readonly [ts.TypeFlags, SimpleKind])[] = [
  [ts.TypeFlags.String, "string"],
  [ts.TypeFlags.Number, "number"],
  [ts.TypeFlags.Boolean, "boolean"],
  [ts.TypeFlags.Null, "null"],
  [ts.TypeFlags.Never, "never"],
  [ts.TypeFlags.NonPrimitive, "non-primitive"],
];

type SimpleKind = Extract<
  PrimitiveType["kind"],
  "string" | "number" | "boolean" | "null" | "never" | "non-primitive"
>;

/** The checker gives a failed import the type `any`, under a name of its own. */
export function isUnresolved(type: ts.Type): boolean {
  return (type as { readonly intrinsicName?: string }).intrinsicName === "error";
}
