import { ts } from "ts-morph";

import { messages } from "../../diagnostics/messages.js";
import { always, type TypeRule } from "../type-reader.js";

/** A type that depends on a parameter which is still open: `T`, `T[K]`, `keyof T`, a deferred conditional. */
export const readTypeParameter: TypeRule = (type, place, reader) => {
  if (!(type.flags & ts.TypeFlags.Instantiable)) {
    return undefined;
  }
  const constraint = reader.checker.getBaseConstraintOfType(type);
  if (isThis(type) && constraint) {
    return reader.read(constraint, place);
  }
  const text = reader.checker.typeToString(type);
  reader.report(
    (path) =>
      type.flags & ts.TypeFlags.TypeParameter
        ? messages.freeTypeParameter(path, text)
        : messages.unsupportedType(path, text),
    place,
  );
  return always({ kind: "unknown" });
};

function isThis(type: ts.Type): boolean {
  return (type as { readonly isThisType?: boolean }).isThisType === true;
}
