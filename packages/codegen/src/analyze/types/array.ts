import { ts } from "ts-morph";

import { inside } from "../place.js";
import { always, elementType, type TypeRule } from "../type-reader.js";

/** `T[]`, `readonly T[]`, `Array<T>`, and what extends it: JSON writes the elements and nothing else. */
export const readArray: TypeRule = (type, place, reader) => {
  const { checker } = reader;
  const element = checker.isArrayLikeType(type)
    ? checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    : undefined;
  if (!element) {
    return undefined;
  }
  const reading = reader.read(element, inside(place, "[]", elementNode(place.hint)));
  // Only a list that may be changed has `push`.
  const readonly = checker.getPropertyOfType(type, "push") === undefined;
  return always({ kind: "array", element: elementType(reading), readonly });
};

function elementNode(hint: ts.TypeNode | undefined): ts.TypeNode | undefined {
  if (!hint) {
    return undefined;
  }
  if (ts.isParenthesizedTypeNode(hint) || ts.isTypeOperatorNode(hint)) {
    return elementNode(hint.type);
  }
  if (ts.isArrayTypeNode(hint)) {
    const { elementType: element } = hint;
    return ts.isParenthesizedTypeNode(element) ? element.type : element;
  }
  return ts.isTypeReferenceNode(hint) ? hint.typeArguments?.[0] : undefined;
}
