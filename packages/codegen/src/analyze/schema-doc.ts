import { ts } from "ts-morph";

import type { Doc } from "../model/doc.js";

/**
 * What a schema says of itself, as far as it is written there: zod's `.describe` and `.meta`, valibot's `description`
 * and `metadata`, arktype's `.describe`, TypeBox's options, Effect's `.annotate`. The outermost word counts.
 */
export function readSchemaDoc(schema: ts.Node, checker: ts.TypeChecker): Doc | undefined {
  const { description, deprecated } = metadataOf(schema, checker);
  return description !== undefined || deprecated
    ? { text: description ?? "", tags: deprecated ? [{ name: "deprecated", text: "" }] : [] }
    : undefined;
}

/** Adds what a schema says to what a doc comment says, which comes first. */
export function mergeDocs(doc: Doc | undefined, schema: Doc | undefined): Doc | undefined {
  if (!doc || !schema) {
    return doc ?? schema;
  }
  const known = new Set(doc.tags.map(({ name }) => name));
  return {
    text: doc.text || schema.text,
    tags: [...doc.tags, ...schema.tags.filter(({ name }) => !known.has(name))],
  };
}

interface Metadata {
  readonly description?: string;
  readonly deprecated?: boolean;
}

function metadataOf(node: ts.Node, checker: ts.TypeChecker): Metadata {
  if (ts.isIdentifier(node)) {
    const initializer = initializerOf(node, checker);
    return initializer ? metadataOf(initializer, checker) : {};
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
    return {};
  }
  const { name, expression: receiver } = node.expression;
  const method = name.text;
  const inner = derived.test(method) ? {} : metadataOf(receiver, checker);
  const first = node.arguments[0];
  if (method === "describe" || method === "description") {
    return { ...inner, ...(first && ts.isStringLiteralLike(first) && { description: first.text }) };
  }
  if (annotating.test(method)) {
    return { ...inner, ...literalMetadata(first) };
  }
  if (method === "pipe") {
    return node.arguments.reduce(
      (known, one) => ({ ...known, ...metadataOf(one, checker) }),
      inner,
    );
  }
  if (wrapping.test(method) && first) {
    return { ...inner, ...metadataOf(first, checker) };
  }
  // TypeBox takes it as an option behind the rest; its functions are the ones with a capital.
  return { ...inner, ...(/^[A-Z]/.test(method) && literalMetadata(node.arguments.at(-1))) };
}

/** Functions whose argument is the metadata. */
const annotating = /^(?:meta|metadata|annotate|annotations|configure)$/;

/** Functions around a schema that are about the same value. */
const wrapping = /^(?:optional|exactOptional|nullable|nullish|Optional|Readonly)$/;

/** Methods that make something else of a schema. */
const derived =
  /^(?:pick|omit|partial|required|extend|safeExtend|merge|array|keyof|unwrap|element|or|and)$/;

function literalMetadata(node: ts.Node | undefined): Metadata {
  if (!node || !ts.isObjectLiteralExpression(node)) {
    return {};
  }
  const values = new Map(
    node.properties
      .filter(ts.isPropertyAssignment)
      .map(({ name, initializer }) => [name.getText(), initializer] as const),
  );
  const [description, deprecated] = [values.get("description"), values.get("deprecated")];
  return {
    ...(description && ts.isStringLiteralLike(description) && { description: description.text }),
    ...(deprecated?.kind === ts.SyntaxKind.TrueKeyword && { deprecated: true }),
  };
}

/** What a constant is given, through imports. */
function initializerOf(name: ts.Identifier, checker: ts.TypeChecker): ts.Expression | undefined {
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
  const declared =
    symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declaration = declared?.valueDeclaration;
  return declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
}
