import { ts } from "ts-morph";

import type { TupleElement } from "../../model/type-model.js";
import { inside } from "../place.js";
import { always, elementType, type TypeRule } from "../type-reader.js";

/**
 * `[name: string, age?: number, ...tags: string[]]`. An optional element may be `undefined`, as in `["me", undefined]`,
 * unless the project says otherwise with `exactOptionalPropertyTypes`; JSON writes `null` then.
 */
export const readTuple: TypeRule = (type, place, reader) => {
  if (!reader.checker.isTupleType(type)) {
    return undefined;
  }
  const reference = type as ts.TupleTypeReference;
  const { elementFlags, labeledElementDeclarations = [], readonly } = reference.target;
  const types = reader.checker.getTypeArguments(reference);
  const hints = elementNodes(place.hint, elementFlags.length);
  const elements = elementFlags.map((flags, index): TupleElement => {
    const element = types[index];
    if (!element) {
      throw new Error("A tuple has one type argument for each of its elements.");
    }
    const reading = reader.read(element, inside(place, `[${String(index)}]`, hints[index]));
    const label = labelOf(labeledElementDeclarations[index]);
    return {
      type: elementType(reading),
      presence: presenceOf(flags),
      ...(label !== undefined && { label }),
    };
  });
  return always({ kind: "tuple", elements, readonly });
};

function presenceOf(flags: ts.ElementFlags): TupleElement["presence"] {
  if (flags & ts.ElementFlags.Variable) {
    return "rest";
  }
  return flags & ts.ElementFlags.Optional ? "optional" : "required";
}

function labelOf(
  declaration: ts.NamedTupleMember | ts.ParameterDeclaration | undefined,
): string | undefined {
  return declaration && ts.isIdentifier(declaration.name) ? declaration.name.text : undefined;
}

/** Where the elements are written, if they are written one by one. */
function elementNodes(
  hint: ts.TypeNode | undefined,
  count: number,
): readonly (ts.TypeNode | undefined)[] {
  if (hint && (ts.isParenthesizedTypeNode(hint) || ts.isTypeOperatorNode(hint))) {
    return elementNodes(hint.type, count);
  }
  const nodes = hint && ts.isTupleTypeNode(hint) ? [...hint.elements] : [];
  return nodes.length === count ? nodes.map(elementNode) : [];
}

function elementNode(node: ts.TypeNode | ts.NamedTupleMember): ts.TypeNode | undefined {
  if (ts.isNamedTupleMember(node)) {
    return node.dotDotDotToken ? listElement(node.type) : node.type;
  }
  if (ts.isRestTypeNode(node)) {
    return listElement(node.type);
  }
  return ts.isOptionalTypeNode(node) ? node.type : node;
}

function listElement(node: ts.TypeNode): ts.TypeNode | undefined {
  return ts.isArrayTypeNode(node) ? node.elementType : undefined;
}
