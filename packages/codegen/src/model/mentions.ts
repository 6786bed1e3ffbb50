import type { TypeModel } from "./type-model.js";

/** The ids that a type mentions, in the order in which they print. */
export function mentions(type: TypeModel): readonly string[] {
  switch (type.kind) {
    case "reference":
      return [type.id];
    case "array":
      return mentions(type.element);
    case "tuple":
      return type.elements.flatMap((element) => mentions(element.type));
    case "template":
    case "union":
      return type.types.flatMap(mentions);
    case "object":
      return [
        ...type.members.flatMap((member) => mentions(member.type)),
        ...type.indexes.flatMap(({ key, value }) => [...mentions(key), ...mentions(value)]),
      ];
    default:
      return [];
  }
}
