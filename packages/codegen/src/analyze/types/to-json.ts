import type { TypeRule } from "../type-reader.js";

/** `JSON.stringify` sends what `toJSON` returns, whoever declares it: `URL`, `Decimal`, a class of the user's. */
export const readToJson: TypeRule = (type, place, reader) => {
  if (type.isUnion()) {
    return undefined;
  }
  const method = reader.checker.getPropertyOfType(type, "toJSON");
  const signature = method && reader.checker.getTypeOfSymbol(method).getCallSignatures()[0];
  const result = signature?.getReturnType();
  // `toJSON(): this` changes nothing, and asking again would never end.
  if (!result || result === type || reader.checker.getBaseConstraintOfType(result) === type) {
    return undefined;
  }
  return reader.read(result, { ...place, hint: undefined });
};
