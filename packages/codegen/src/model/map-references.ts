import type { ReferenceType, TypeModel } from "./type-model.js";
import { unite } from "./unite.js";

/** Replaces what a type mentions, at any depth. */
export function mapReferences(
  type: TypeModel,
  replace: (reference: ReferenceType) => TypeModel,
): TypeModel {
  const map = (one: TypeModel) => mapReferences(one, replace);
  switch (type.kind) {
    case "reference":
      return replace(type);
    case "array":
      return { ...type, element: map(type.element) };
    case "tuple":
      return { ...type, elements: type.elements.map((one) => ({ ...one, type: map(one.type) })) };
    case "template":
      return { ...type, types: type.types.map(map) };
    case "union":
      return unite(type.types.map(map));
    case "object":
      return {
        ...type,
        members: type.members.map((one) => ({ ...one, type: map(one.type) })),
        indexes: type.indexes.map((one) => ({ ...one, key: map(one.key), value: map(one.value) })),
      };
    default:
      return type;
  }
}
