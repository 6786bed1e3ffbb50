import { ts } from "ts-morph";

import { asName } from "./as-name.js";
import type { Place, TypeReader } from "./type-reader.js";

/** The place of a part: `.name` of an object, `[]` of a list. */
export function inside(place: Place, step: string, hint?: ts.TypeNode): Place {
  const title = titleOf(place) + asName(step);
  return { ...place, path: place.path + step, title, hint, converted: false };
}

/** What an anonymous type is called at a place, unless something else has that name: `ListOutputChildren`. */
export function titleOf({ title, handler, direction }: Place): string {
  return title ?? asName(`${handler} ${direction}`);
}

/**
 * Points at the smallest code of the user's that says the type: what is written at the place itself, or the argument
 * of a generic type around it, as `bigint` in `Page<bigint>`.
 */
export function narrow(place: Place, type: ts.Type, reader: TypeReader): Place {
  const { hint, node } = place;
  if (hint && says(hint, type, reader)) {
    return reader.origin(hint).owner === "project" ? { ...place, node: hint } : place;
  }
  const argument = findWithin(node, type, reader);
  return argument ? { ...place, node: argument, hint: argument } : place;
}

/** Whether a node means the type, but for `undefined`, which the checker adds to what is optional. */
function says(node: ts.TypeNode, type: ts.Type, { checker }: TypeReader): boolean {
  const written = checker.getTypeFromTypeNode(node);
  return (
    written === type || checker.getNonNullableType(written) === checker.getNonNullableType(type)
  );
}

function findWithin(node: ts.Node, type: ts.Type, reader: TypeReader): ts.TypeNode | undefined {
  return ts.isTypeNode(node)
    ? ts.forEachChild(node, (child) =>
        ts.isTypeNode(child) && says(child, type, reader) ? child : findWithin(child, type, reader),
      )
    : undefined;
}
