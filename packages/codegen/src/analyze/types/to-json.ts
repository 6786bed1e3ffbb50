import type { ts } from "ts-morph";

import { messages } from "../../diagnostics/messages.js";
import { unite } from "../../model/unite.js";
import type { Place, Reading, TypeReader, TypeRule } from "../type-reader.js";

/** `JSON.stringify` sends what `toJSON` returns, whoever declares it: `URL`, `Decimal`, a class of the user's. */
export const readToJson: TypeRule = (type, place, reader) => {
  const { checker } = reader;
  if (type.isUnion() || place.converted === true) {
    return undefined;
  }
  const method = checker.getPropertyOfType(type, "toJSON");
  const declared = method && checker.getTypeOfSymbol(method);
  const results = declared
    ? checker
        .getNonNullableType(declared)
        .getCallSignatures()
        .map((one) => one.getReturnType())
    : [];
  if (!declared || results.length === 0) {
    return undefined;
  }
  if (place.direction === "input") {
    const text = checker.typeToString(type);
    reader.report((path) => messages.toJsonInput(path, text), place);
  }
  // Where there may be no `toJSON`, JSON may take the value itself.
  const isSure = declared.getCallSignatures().length > 0;
  return readAny(isSure ? results : [...results, type], place, reader);
};

function readAny(types: readonly ts.Type[], place: Place, reader: TypeReader): Reading {
  const readings = types.map((type) =>
    reader.read(type, { ...place, hint: undefined, converted: true }),
  );
  const models = readings.flatMap(({ type }) => type ?? []);
  const undefinable = readings.some((one) => one.undefinable);
  return models.length > 0 ? { type: unite(models), undefinable } : { undefinable };
}
