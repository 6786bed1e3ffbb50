import { Node, SyntaxKind, type CallExpression } from "ts-morph";

import { findValue } from "./find-value.js";
import type { Sdk } from "./sdk.js";

/** How the SDK turns one direction of a handler into bytes, as far as the source shows it. */
export type ReadSerde =
  | { readonly kind: "json" | "bytes" | "empty" }
  | { readonly kind: "custom"; readonly node: Node }
  | SchemaSerde;

/** JSON, checked by a schema whose own type says what it takes and gives. */
export interface SchemaSerde {
  readonly kind: "schema";
  /** The schema, as an expression of the user's. */
  readonly node: Node;
  /** What the serde is made by: the SDK's function for any Standard Schema, or the one for zod alone. */
  readonly maker: "schema" | "zod";
}

/** Reads a `serde`, `input` or `output` option. One that the source does not show is a custom one. */
export function readSerde(option: Node, sdk: Sdk): ReadSerde {
  return findSerde(option, sdk) ?? { kind: "custom", node: option };
}

/** Reads a schema that is given without a serde around it, as contracts do. */
export function readSchema(schema: Node): SchemaSerde {
  return { kind: "schema", node: schema, maker: "schema" };
}

function findSerde(option: Node, sdk: Sdk): ReadSerde | undefined {
  const value = pathOf(option, sdk).length > 0 ? option : findValue(option);
  if (Node.isCallExpression(value)) {
    return findMadeSerde(value, sdk);
  }
  if (Node.isNewExpression(value)) {
    const isJson = pathOf(value.getExpression(), sdk).at(-1) === "JsonSerde";
    return isJson ? { kind: "json" } : undefined;
  }
  const kind = constants[pathOf(value, sdk).at(-1) ?? ""];
  return kind && { kind };
}

const constants: Readonly<Record<string, "json" | "bytes" | "empty">> = {
  json: "json",
  binary: "bytes",
  empty: "empty",
};

/** What a call gives: one of the SDK's own functions, or a function of the project's that calls one. */
function findMadeSerde(call: CallExpression, sdk: Sdk): ReadSerde | undefined {
  const [owner, maker] = sdk.calledPath(call).slice(-2);
  if (owner === "JsonSerde") {
    // `restate.serde.json.schema(…)` takes a JSON schema, which checks nothing.
    return { kind: "json" };
  }
  const [schema] = call.getArguments();
  if (schema && (maker === "schema" || maker === "zod")) {
    return { kind: "schema", node: schema, maker };
  }
  const fn = findValue(call.getExpression());
  const returned = owner === undefined ? returnedBy(fn) : undefined;
  // A function that returns a call of itself says nothing.
  const made = returned && !call.getAncestors().includes(fn) ? findSerde(returned, sdk) : undefined;
  return made?.kind === "schema" ? { ...made, node: argumentFor(made.node, fn, call) } : made;
}

/** What a function returns, where it does nothing else that decides it. */
function returnedBy(fn: Node): Node | undefined {
  if (
    !Node.isArrowFunction(fn) &&
    !Node.isFunctionDeclaration(fn) &&
    !Node.isFunctionExpression(fn)
  ) {
    return undefined;
  }
  const body = fn.getBody();
  if (!Node.isBlock(body)) {
    return body;
  }
  const returns = body.getDescendantsOfKind(SyntaxKind.ReturnStatement);
  return returns.length === 1 ? returns[0]?.getExpression() : undefined;
}

/** What the caller gave for a parameter; anything else stands for itself. */
function argumentFor(node: Node, fn: Node, call: CallExpression): Node {
  const [declaration] = node.getSymbol()?.getDeclarations() ?? [];
  const parameters = Node.isParametered(fn) ? fn.getParameters() : [];
  const index = parameters.findIndex((parameter) => parameter === declaration);
  return call.getArguments()[index] ?? node;
}

/** The names by which the SDK declares a value, also behind `const { binary } = restate.serde`. */
function pathOf(node: Node, sdk: Sdk): readonly string[] {
  const [declaration] = node.getSymbol()?.getDeclarations() ?? [];
  if (Node.isBindingElement(declaration)) {
    const whole = declaration.getParent().getParent();
    const from = Node.isVariableDeclaration(whole) ? whole.getInitializer() : undefined;
    const path = from ? pathOf(from, sdk) : [];
    return path.length > 0
      ? [...path, declaration.getPropertyNameNode()?.getText() ?? declaration.getName()]
      : [];
  }
  return Node.isExpression(node) ? sdk.valuePath(node) : [];
}
