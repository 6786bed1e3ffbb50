import { expect, test } from "vitest";

import type { Member, TypeDeclaration, TypeModel } from "../model/type-model.js";
import { inlineAnonymous } from "./inline-anonymous.js";
import type { ReadHandler } from "./read-handler.js";

const text: TypeModel = { kind: "string" };

test("puts back what is short, and what stands in one place only", () => {
  const short = anonymous("Short", objectOf({ a: text }));
  const long = anonymous("Long", wide(20));
  const { handlers, declarations } = inlineAnonymous({
    handlers: [handler(objectOf({ x: refer("Short"), y: refer("Short"), z: refer("Long") }))],
    declarations: [short, long],
  });
  expect(declarations).toEqual([]);
  expect(outputOf(handlers)).toEqual(objectOf({ x: short.body, y: short.body, z: long.body }));
});

test("keeps what contains itself, and what is long and stands in several places", () => {
  const tree = anonymous("Tree", objectOf({ left: refer("Tree") }));
  const long = anonymous("Long", wide(20));
  const output = objectOf({ tree: refer("Tree"), x: refer("Long"), y: refer("Long") });
  const { handlers, declarations } = inlineAnonymous({
    handlers: [handler(output)],
    declarations: [tree, long],
  });
  expect(declarations).toEqual([tree, long]);
  expect(outputOf(handlers)).toEqual(output);
});

test("leaves the user's declarations alone, but for those that nothing mentions", () => {
  const used: TypeDeclaration = { id: "Used", name: "Used", file: "a.ts", body: text };
  const unused = { ...used, id: "Unused" };
  const { declarations } = inlineAnonymous({
    handlers: [handler(refer("Used"))],
    declarations: [used, unused],
  });
  expect(declarations).toEqual([used]);
});

function anonymous(id: string, body: TypeModel): TypeDeclaration & { readonly body: TypeModel } {
  return { id, name: id, file: "a.ts", anonymous: true, body };
}

function refer(id: string): TypeModel {
  return { kind: "reference", id };
}

function wide(count: number): TypeModel {
  const names = Array.from({ length: count }, (_, index) => [`m${String(index)}`, text] as const);
  return objectOf(Object.fromEntries(names));
}

function objectOf(types: Readonly<Record<string, TypeModel>>): TypeModel {
  const members = Object.entries(types).map(([name, type]): Member => {
    return { name, type, optional: false, undefinable: false, readonly: false };
  });
  return { kind: "object", members, indexes: [] };
}

function handler(type: TypeModel): ReadHandler {
  const range = { file: "a.ts", line: 1, column: 1, length: 1, text: "" };
  const output = { presence: "required", type, serde: "json" } as const;
  const read = {
    name: "give",
    access: "public",
    input: { presence: "none" },
    output,
    range,
  } as const;
  return { handler: read, shared: false };
}

function outputOf([read]: readonly ReadHandler[]): TypeModel | undefined {
  const output = read?.handler.output;
  return output && "type" in output ? output.type : undefined;
}
