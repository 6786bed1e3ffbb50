import { expect, test } from "vitest";

import type { TypeModel } from "./type-model.js";
import { unite } from "./unite.js";

const [yes, no] = [true, false].map((value): TypeModel => ({ kind: "literal", value }));
const text: TypeModel = { kind: "string" };

test.each<[string, readonly (TypeModel | undefined)[], TypeModel]>([
  [
    "each type once",
    [text, { kind: "null" }, text],
    { kind: "union", types: [text, { kind: "null" }] },
  ],
  ["one type as itself", [text, { kind: "never" }], text],
  ["nothing as never", [], { kind: "never" }],
  [
    "both truth values as boolean",
    [yes, text, no],
    { kind: "union", types: [{ kind: "boolean" }, text] },
  ],
  [
    "unions flat",
    [text, { kind: "union", types: [text, { kind: "null" }] }],
    { kind: "union", types: [text, { kind: "null" }] },
  ],
  ["unknown alone", [text, { kind: "unknown" }], { kind: "unknown" }],
])("gives %s", (_name, types, expected) => {
  expect(unite(types.filter((type) => type !== undefined))).toEqual(expected);
});
