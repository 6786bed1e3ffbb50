import { Node, type ts } from "ts-morph";

import { findValue } from "./find-value.js";
import type { Sdk } from "./sdk.js";

/** How the SDK turns one direction of a handler into bytes, as far as the source shows it. */
export type ReadSerde =
  | { readonly kind: "json" | "bytes" | "empty" }
  | { readonly kind: "custom"; readonly node: Node }
  /** JSON, checked by a schema whose own type says what it takes and gives. */
  | { readonly kind: "schema"; readonly schema: ts.Type; readonly node: Node };

/** Reads a `serde`, `input` or `output` option. One that the source does not show is a custom one. */
export function readSerde(option: Node, sdk: Sdk): ReadSerde {
  const value = findSerde(option, sdk);
  if (Node.isCallExpression(value) || Node.isNewExpression(value)) {
    const path = Node.isCallExpression(value)
      ? sdk.calledPath(value)
      : sdk.valuePath(value.getExpression());
    const [schema] = value.getArguments();
    if (schema && (path.at(-1) === "schema" || path.at(-1) === "zod")) {
      return { kind: "schema", schema: schema.getType().compilerType, node: schema };
    }
    return path.at(-1) === "JsonSerde" ? { kind: "json" } : { kind: "custom", node: option };
  }
  if (Node.isExpression(value)) {
    const kind = builtin[sdk.valuePath(value).at(-1) ?? ""];
    return kind ? { kind } : { kind: "custom", node: option };
  }
  return { kind: "custom", node: option };
}

const builtin: Readonly<Record<string, "json" | "bytes" | "empty">> = {
  json: "json",
  binary: "bytes",
  empty: "empty",
};

/** Stops at what the SDK declares, behind which there is only a declaration without a value. */
function findSerde(option: Node, sdk: Sdk): Node {
  return Node.isExpression(option) && sdk.valuePath(option).length > 0 ? option : findValue(option);
}

/** The type that a Standard Schema takes (`input`) or gives (`output`); zod before 3.24 says it in its own way. */
export function schemaSide(
  schema: ts.Type,
  side: "input" | "output",
  checker: ts.TypeChecker,
): ts.Type | undefined {
  const property = (type: ts.Type | undefined, name: string): ts.Type | undefined => {
    const symbol = type && checker.getPropertyOfType(type, name);
    return symbol && checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
  };
  const sides = property(property(schema, "~standard"), "types");
  const symbol = sides && checker.getPropertyOfType(sides, side);
  const legacy = checker.getPropertyOfType(schema, `_${side}`);
  const found = symbol ?? legacy;
  return found && checker.getTypeOfSymbol(found);
}
