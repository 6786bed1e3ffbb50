import { Node, ts, type BindingElement, type VariableDeclaration } from "ts-morph";

import { readDoc } from "./read-doc.js";
import { resolveAlias } from "./resolve-alias.js";
import { mergeDocs, readSchemaDoc } from "./schema-doc.js";
import { schemaSide } from "./schema-side.js";
import { sourceRange } from "./source-range.js";
import type { NamedType, Place, TypeReader } from "./type-reader.js";
import { declaredName } from "./types/declared-name.js";

/**
 * Gives the types of a schema, and of those it is made of, the names of their constants: the checker knows them only
 * as anonymous objects. `Query` is what a schema `Query` or `querySchema` gives, `QueryInput` what it takes where that
 * is something else. An alias beside the constant, `type Search = z.infer<typeof querySchema>`, says more.
 */
export function nameSchemas(schema: Node, place: Place, reader: TypeReader): void {
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    for (const constant of mentionedConstants(node)) {
      const isOwn = reader.origin(constant.compilerNode).owner === "project";
      if (isOwn && !seen.has(constant)) {
        seen.add(constant);
        nameSides(constant.compilerNode, place, reader);
        visit(constant);
      }
    }
  };
  visit(schema);
}

function mentionedConstants(node: Node): readonly (VariableDeclaration | BindingElement)[] {
  return [node, ...node.getDescendants()]
    .filter(Node.isIdentifier)
    .flatMap((identifier) => resolveAlias(identifier.getSymbol())?.getDeclarations() ?? [])
    .filter((one) => Node.isVariableDeclaration(one) || Node.isBindingElement(one));
}

function nameSides(
  constant: ts.VariableDeclaration | ts.BindingElement,
  place: Place,
  reader: TypeReader,
): void {
  const { checker, known } = reader;
  const schema = checker.getTypeAtLocation(constant);
  const [input, output] = (["input", "output"] as const).map((side) => {
    // `.optional()` is said where the type is mentioned.
    const type = schemaSide(schema, side, checker);
    return type && checker.getNonNullableType(type);
  });
  if (!input || !output || !ts.isIdentifier(constant.name)) {
    return;
  }
  if (known.has(output) || ![input, output].some((type) => isNameable(type, reader))) {
    return;
  }
  const base = baseName(constant.name.text);
  const given = namedType(output, base, constant, reader);
  const taken = readsAlike(input, output, place, reader)
    ? given
    : namedType(input, `${base}Input`, constant, reader);
  for (const [type, named] of [
    [output, given],
    [input, taken],
  ] as const) {
    if (isNameable(type, reader) && !known.has(type)) {
      known.set(type, named);
    }
  }
}

/** `Query` for `Query`, `query`, `QuerySchema` and `query_schema`. */
function baseName(constant: string): string {
  const name = constant.replace(/_?schema$/i, "") || constant;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function namedType(
  type: ts.Type,
  otherwise: string,
  constant: ts.VariableDeclaration | ts.BindingElement,
  { checker, origin, cwd }: TypeReader,
): NamedType {
  const alias = aliasBeside(constant, type, checker);
  const doc = mergeDocs(
    readDoc(alias && checker.getSymbolAtLocation(alias.name), checker) ??
      readDoc(checker.getSymbolAtLocation(constant.name), checker),
    constant.initializer && readSchemaDoc(constant.initializer, checker),
  );
  return {
    type,
    name: alias?.name.text ?? otherwise,
    file: origin(constant).file,
    ...(doc && { doc }),
    range: sourceRange(alias?.name ?? constant.name, cwd),
  };
}

/** An alias of the type in the constant's file. */
function aliasBeside(
  constant: ts.Node,
  type: ts.Type,
  checker: ts.TypeChecker,
): ts.TypeAliasDeclaration | undefined {
  return constant
    .getSourceFile()
    .statements.filter(ts.isTypeAliasDeclaration)
    .find((alias) => !alias.typeParameters && checker.getTypeFromTypeNode(alias.type) === type);
}

/** Whether both types are the same on the wire. */
function readsAlike(input: ts.Type, output: ts.Type, place: Place, reader: TypeReader): boolean {
  const [taken, given] = [input, output].map((type) => {
    const { reader: apart, declarations } = reader.apart();
    return JSON.stringify([apart.read(type, place), declarations()], (key, value: unknown) =>
      key === "doc" ? undefined : value,
    );
  });
  return taken === given;
}

/**
 * Objects and unions of objects that have no name yet. Other types are the same wherever they occur, so that no one
 * schema can name them.
 */
function isNameable(type: ts.Type, reader: TypeReader): boolean {
  const parts = type.isUnion() ? type.types : [type];
  const isStructured = parts.every(
    ({ flags }) => flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection),
  );
  const isList = reader.checker.isArrayLikeType(type);
  return isStructured && !isList && !declaredName(type, undefined, reader);
}
