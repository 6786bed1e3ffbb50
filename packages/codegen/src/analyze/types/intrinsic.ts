import { ts } from "ts-morph";

import { messages } from "../../diagnostics/messages.js";
import type { PrimitiveType } from "../../model/type-model.js";
import { always, nothing, type TypeRule } from "../type-reader.js";

/** Types without parts: `string`, `any`, `undefined`, `object`, … */
export const readIntrinsic: TypeRule = (type, place, reader) => {
  const { flags } = type;
  if (flags & ts.TypeFlags.Any) {
    reader.report(isUnresolved(type) ? messages.unresolvedType : messages.anyType, place);
    return anything;
  }
  if (flags & ts.TypeFlags.Unknown) {
    return anything;
  }
  if (flags & ts.TypeFlags.BigIntLike) {
    reader.report(messages.bigintType, place);
    return anything;
  }
  if (flags & (ts.TypeFlags.VoidLike | ts.TypeFlags.ESSymbolLike)) {
    return nothing;
  }
  if (flags & ts.TypeFlags.NonPrimitive) {
    return always({
      kind: "object",
      members: [],
      indexes: [{ key: { kind: "string" }, value: { kind: "unknown" } }],
    });
  }
  const kind = simple.find(([flag]) => flags & flag)?.[1];
  return kind && always({ kind });
};

/** `unknown` includes `undefined`, so an input of this type may be left out. */
const anything = { type: { kind: "unknown" }, undefinable: true } as const;

const simple: readonly (readonly [ts.TypeFlags, SimpleKind])[] = [
  [ts.TypeFlags.String, "string"],
  [ts.TypeFlags.Number, "number"],
  [ts.TypeFlags.Boolean, "boolean"],
  [ts.TypeFlags.Null, "null"],
  [ts.TypeFlags.Never, "never"],
];

type SimpleKind = Extract<
  PrimitiveType["kind"],
  "string" | "number" | "boolean" | "null" | "never"
>;

/** The checker gives a failed import the type `any`, under a name of its own. */
export function isUnresolved(type: ts.Type): boolean {
  return (type as { readonly intrinsicName?: string }).intrinsicName === "error";
}
