import { Node, type Symbol, type ts, type Type } from "ts-morph";

import { definitionTypes } from "../find/definition-type.js";
import type { FoundDefinition } from "../find/find-definitions.js";
import { contractOf } from "../find/find-making.js";
import { findValue, propertyValue } from "../find-value.js";
import { partsOf, type Making } from "../find/making.js";
import type { Sdk } from "../sdk.js";

/** One handler of a definition: what the source and its type say of it. */
export interface HandlerEntry {
  readonly name: string;
  /** What to point at: the name in the source, or else the place where all handlers come from. */
  readonly node: Node;
  /** The function, the wrapper around it, or its descriptor in a contract; where the source shows it. */
  readonly value: Node | undefined;
  /** The function that implements a contract's descriptor. */
  readonly implementation?: Node | undefined;
  /** The type, where it says more than the value: it is that of a generic's instance, or was declared. */
  readonly type?: ts.Type | undefined;
  /** Carries the doc comment. */
  readonly symbol: ts.Symbol | undefined;
}

/**
 * Lists the handlers that callers may see, in the order of the source. `undefined` where neither the type nor the
 * source names them all.
 */
export function listHandlers(
  { making, type, node }: FoundDefinition,
  { checker, sdk }: { readonly checker: ts.TypeChecker; readonly sdk: Sdk },
): readonly HandlerEntry[] | undefined {
  // What `implement` is given holds but the functions of the handlers that a contract declares.
  const declared = making?.style === "implementation" ? contractOf(making, sdk) : making;
  const written = declared && partsOf(declared).handlers;
  const literal = written && literalEntries(written);
  const members = namedMembers(type.handlers);
  if (literal && (!members || isInferredFrom(making, type.handlers, sdk))) {
    return implemented(making, literal);
  }
  const entries = members?.map((member) => {
    const own = literal?.find(({ name }) => name === member.getName());
    return {
      ...(own ?? declaredEntry(member, written ?? node)),
      type: checker.getTypeOfSymbol(member.compilerSymbol),
    };
  });
  return entries && implemented(making, entries);
}

/** Whether a type is nobody's but the making's own, so that it says nothing that the source does not say as well. */
function isInferredFrom(making: Making | undefined, handlers: Type, sdk: Sdk): boolean {
  const [own] = making ? definitionTypes(making.call.getType(), sdk) : [];
  return own?.handlers === handlers;
}

/** Adds the functions that implement a contract. */
function implemented(
  making: Making | undefined,
  entries: readonly HandlerEntry[],
): readonly HandlerEntry[] {
  const handlers = making?.style === "implementation" ? partsOf(making).handlers : undefined;
  const functions = handlers && literalEntries(handlers);
  return entries.map((entry) => {
    const own = functions?.find(({ name }) => name === entry.name);
    return own
      ? { ...entry, node: own.node, implementation: own.value, symbol: own.symbol }
      : entry;
  });
}

/** The entries of an object literal, spreads included; a later one replaces an earlier one of its name, in its place. */
function literalEntries(value: Node): readonly HandlerEntry[] | undefined {
  const literal = findValue(value);
  if (!Node.isObjectLiteralExpression(literal)) {
    return undefined;
  }
  const byName = new Map<string, HandlerEntry>();
  for (const property of literal.getProperties()) {
    const entries = Node.isSpreadAssignment(property)
      ? literalEntries(property.getExpression())
      : [literalEntry(property)];
    if (!entries || entries.some(({ name }) => name === COMPUTED)) {
      return undefined;
    }
    entries.forEach((entry) => byName.set(entry.name, entry));
  }
  return byName.size > 0 ? [...byName.values()] : undefined;
}

/** The checker's name for a property whose key is only known at run time. */
const COMPUTED = "__computed";

function literalEntry(property: Node & { getName(): string }): HandlerEntry {
  return {
    name: property.getSymbol()?.getName() ?? property.getName(),
    node: Node.hasName(property) ? property.getNameNode() : property,
    value: propertyValue(property) ?? property,
    symbol: property.getSymbol()?.compilerSymbol,
  };
}

/** A handler that is written elsewhere: that a call returns, or a package exports. */
function declaredEntry(member: Symbol, node: Node): HandlerEntry {
  const [declaration] = member.getDeclarations();
  return {
    name: member.getName(),
    node,
    value: declaration && propertyValue(declaration),
    symbol: member.compilerSymbol,
  };
}

/** The members of a type that names them all. */
function namedMembers(type: Type): readonly Symbol[] | undefined {
  const members = type.getProperties();
  const isOpen = type.getStringIndexType() !== undefined;
  return isOpen || members.length === 0 ? undefined : members;
}
