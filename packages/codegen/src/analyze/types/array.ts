import { ts } from "ts-morph";

import { always, elementType, type TypeRule } from "../type-reader.js";

/** `T[]`, `readonly T[]`, `Array<T>`. */
export const readArray: TypeRule = (type, place, reader) => {
  if (!reader.checker.isArrayType(type)) {
    return undefined;
  }
  const [element] = reader.checker.getTypeArguments(type as ts.TypeReference);
  if (!element) {
    return undefined;
  }
  const hint = elementNode(place.hint);
  const reading = reader.read(element, { ...place, path: `${place.path}[]`, hint });
  return always({
    kind: "array",
    element: elementType(reading),
    readonly: type.symbol.name === "ReadonlyArray",
  });
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
