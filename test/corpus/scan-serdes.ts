import ts from "typescript";

import { withoutSyntax } from "./count-handlers.js";
import type { SdkNames } from "./sdk-names.js";

/** A serde as the text shows it; `schema` is the expression of the schema. `custom` is any other. */
export type ScannedSerde =
  | { readonly kind: "json" | "bytes" | "empty" | "custom" }
  | { readonly kind: "schema"; readonly schema: string };

/** The serdes that a handler chooses for itself. */
export interface ScannedSerdes {
  readonly input?: ScannedSerde | undefined;
  readonly output?: ScannedSerde | undefined;
}

/** Reads the options of the wrapper around each handler of a definition's call, by handler. */
export function scanSerdes(
  call: ts.CallExpression,
  sdk: SdkNames | undefined,
): ReadonlyMap<string, ScannedSerdes> {
  const found = new Map<string, ScannedSerdes>();
  const [first, second] = call.arguments;
  const handlers =
    first && ts.isObjectLiteralExpression(first) ? member(first, "handlers") : second;
  const literal = handlers && follow(handlers);
  for (const property of literal && ts.isObjectLiteralExpression(literal)
    ? literal.properties
    : []) {
    const value = ts.isPropertyAssignment(property)
      ? follow(property.initializer)
      : ts.isShorthandPropertyAssignment(property)
        ? follow(property.name)
        : undefined;
    if (
      value &&
      ts.isCallExpression(value) &&
      property.name &&
      !ts.isComputedPropertyName(property.name)
    ) {
      found.set(property.name.text, wrapperSerdes(value, sdk));
    }
  }
  return found;
}

function wrapperSerdes(wrapper: ts.CallExpression, sdk: SdkNames | undefined): ScannedSerdes {
  const [argument] = wrapper.arguments;
  const options = argument && follow(argument);
  if (!options || !ts.isObjectLiteralExpression(options)) {
    return {};
  }
  // The generator-style SDK takes the schemas themselves.
  const isSchemas = sdk?.(wrapper.expression)?.at(-1) === "schemas";
  const read = (side: "input" | "output"): ScannedSerde | undefined => {
    const option = member(options, side) ?? member(options, "serde");
    return (
      option && (isSchemas ? { kind: "schema", schema: option.getText() } : readSerde(option, sdk))
    );
  };
  return { input: read("input"), output: read("output") };
}

function readSerde(option: ts.Expression, sdk: SdkNames | undefined): ScannedSerde {
  const path = sdk?.(option);
  const value = path ? option : follow(option);
  const name = (sdk?.(value) ?? []).at(-1);
  if (name === "json" || name === "empty") {
    return { kind: name };
  }
  if (name === "binary") {
    return { kind: "bytes" };
  }
  const maker = ts.isCallExpression(value) ? sdk?.(value.expression)?.at(-1) : undefined;
  const [schema] = ts.isCallExpression(value) ? value.arguments : [];
  return schema && (maker === "zod" || maker === "schema")
    ? { kind: "schema", schema: schema.getText() }
    : { kind: "custom" };
}

function member(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  for (const property of object.properties) {
    if (property.name && ts.isIdentifier(property.name) && property.name.text === name) {
      if (ts.isPropertyAssignment(property)) {
        return property.initializer;
      }
      if (ts.isShorthandPropertyAssignment(property)) {
        return property.name;
      }
    }
  }
  return undefined;
}

/** The value of a constant at the top of the same file. */
function follow(expression: ts.Expression): ts.Expression {
  const value = withoutSyntax(expression);
  const statements = value.getSourceFile().statements.filter(ts.isVariableStatement);
  const constant = ts.isIdentifier(value)
    ? statements
        .flatMap(({ declarationList }) => declarationList.declarations)
        .find(({ name }) => ts.isIdentifier(name) && name.text === value.text)?.initializer
    : undefined;
  return constant && constant !== expression ? follow(constant) : value;
}
