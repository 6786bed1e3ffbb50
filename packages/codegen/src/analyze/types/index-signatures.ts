import { speaksOf } from "../../model/speaks-of.js";
import { unite } from "../../model/unite.js";
import type { ObjectType, TypeModel } from "../../model/type-model.js";

/**
 * Lets index signatures allow what the members that they also speak of have become: in `{ [key: string]: Shape; at: Date }`
 * each was assignable to the other before JSON made a string of one.
 */
export function coverMembers({ members, indexes, kind }: ObjectType): ObjectType {
  return {
    kind,
    members,
    indexes: indexes.map((index) => {
      const spoken = [
        ...members.filter(({ name }) => speaksOf(index, name)).map(({ type }) => type),
        ...(index.key.kind === "string"
          ? indexes.filter(({ key }) => key.kind !== "string").map(({ value }) => value)
          : []),
      ];
      const others = spoken.filter((type) => !covers(index.value, type));
      return others.length > 0 ? { ...index, value: unite([index.value, ...others]) } : index;
    }),
  };
}

/** Whether every value of a type is one of another, as far as that can be told without looking names up. */
function covers(wide: TypeModel, narrow: TypeModel): boolean {
  if (narrow.kind === "union") {
    return narrow.types.every((type) => covers(wide, type));
  }
  if (wide.kind === "union") {
    return wide.types.some((type) => covers(type, narrow));
  }
  if (wide.kind === "unknown" || narrow.kind === "never") {
    return true;
  }
  return wide.kind === baseOf(narrow) || JSON.stringify(wide) === JSON.stringify(narrow);
}

/** The primitive type that a type without parts belongs to. */
function baseOf(type: TypeModel): string | undefined {
  switch (type.kind) {
    case "literal":
      return typeof type.value;
    case "date":
    case "template":
      return "string";
    default:
      return undefined;
  }
}
