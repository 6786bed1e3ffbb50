import { ts } from "ts-morph";

import type { TupleElement } from "../../model/type-model.js";
import { always, elementType, type TypeRule } from "../type-reader.js";

/** `[name: string, age?: number, ...tags: string[]]`. */
export const readTuple: TypeRule = (type, place, reader) => {
  if (!reader.checker.isTupleType(type)) {
    return undefined;
  }
  const reference = type as ts.TupleTypeReference;
  const { elementFlags, labeledElementDeclarations = [], readonly } = reference.target;
  const labels = labeledElementDeclarations.map(labelOf);
  const labelled = labels.length === elementFlags.length && !labels.includes(undefined);
  const types = reader.checker.getTypeArguments(reference);
  const elements = elementFlags.map((flags, index): TupleElement => {
    const [element, label] = [types[index], labels[index]];
    if (!element) {
      throw new Error("A tuple has one type argument for each of its elements.");
    }
    const path = `${place.path}[${String(index)}]`;
    return {
      type: elementType(
        requiredPart(reader.read(element, { ...place, path, hint: undefined }), flags),
      ),
      presence: presenceOf(flags),
      ...(labelled && label !== undefined && { label }),
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

/** The type of an optional element includes `undefined`, which says no more than that it may be missing. */
function requiredPart<Part extends { readonly undefinable: boolean }>(
  part: Part,
  flags: ts.ElementFlags,
): Part {
  return flags & ts.ElementFlags.Optional ? { ...part, undefinable: false } : part;
}

function labelOf(
  declaration: ts.NamedTupleMember | ts.ParameterDeclaration | undefined,
): string | undefined {
  return declaration && ts.isIdentifier(declaration.name) ? declaration.name.text : undefined;
}
