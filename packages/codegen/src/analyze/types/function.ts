import { nothing, type TypeRule } from "../type-reader.js";

/** Functions and constructors, with or without properties: JSON has none of them. */
export const readFunction: TypeRule = (type) =>
  type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0
    ? nothing
    : undefined;
