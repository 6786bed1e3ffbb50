import { Node, ts, type VariableDeclaration } from "ts-morph";

import { definitionName } from "./definition-name.js";
import { definitionTypes } from "./definition-type.js";
import type { FoundDefinition } from "./find-definitions.js";
import { contractOf } from "./find-making.js";
import type { Making } from "./making.js";
import type { Sdk } from "../sdk.js";
import { descendants, wrapped } from "../walk.js";

/** A definition that is made where nobody outside can get hold of it. */
export interface Unoffered {
  readonly making: Making;
  /** Its name, or `undefined` where it is made by a function that gets the name as an argument. */
  readonly name: string | undefined;
}

/**
 * Judges the makings that no offer led to. One that an exported function makes, or that the code does something with,
 * is a definition like the others: most are served in a way that cannot be followed.
 */
export function judgeUnoffered(
  makings: readonly Making[],
  offered: readonly FoundDefinition[],
  sdk: Sdk,
): { readonly used: readonly FoundDefinition[]; readonly unoffered: readonly Unoffered[] } {
  const known = new Set<Node>([
    ...offered.flatMap(({ making }) => making?.call ?? []),
    ...makings.flatMap((making) => contractOf(making, sdk)?.call ?? []),
  ]);
  const judged = makings
    .filter(({ call }) => !known.has(call))
    .flatMap((making) => {
      const node = making.call;
      const [type] = definitionTypes(node.getType(), sdk);
      return type ? [{ making, calls: [], type, node, isMention: false }] : [];
    })
    .map((one) => ({ one, name: definitionName(one).text }));
  const isUsable = ({ one, name }: (typeof judged)[number]) =>
    name !== undefined && isUsed(one.making.call);
  return {
    used: judged.filter(isUsable).map(({ one }) => one),
    unoffered: judged
      .filter((each) => !isUsable(each))
      .map(({ one, name }) => ({ making: one.making, name })),
  };
}

/** Whether anything is done with what a call makes. A statement of its own, or a constant that nobody reads, is not. */
function isUsed(call: Node): boolean {
  const holder = call.getFirstAncestor(
    (node) => Node.isVariableDeclaration(node) || Node.isStatement(node),
  );
  if (Node.isVariableDeclaration(holder)) {
    return holder.isExported() || isMentioned(holder, call);
  }
  return !Node.isExpressionStatement(holder) || !isDiscarded(call);
}

function isMentioned(variable: VariableDeclaration, making: Node): boolean {
  const name = variable.getNameNode();
  const symbol = name.getSymbol();
  const file = variable.getSourceFile();
  const isNamesake = (node: ts.Node): node is ts.Identifier =>
    ts.isIdentifier(node) && node.text === name.getText() && node !== name.compilerNode;
  // A handler that mentions its own definition does not make it reachable.
  const isElsewhere = (node: ts.Node) => node !== making.compilerNode;
  return descendants(file.compilerNode, isNamesake, isElsewhere)
    .map((node) => wrapped(node, file))
    .some((node) => valueSymbol(node) === symbol && !isDiscarded(node));
}

function valueSymbol(node: Node) {
  const parent = node.getParent();
  return Node.isShorthandPropertyAssignment(parent) ? parent.getValueSymbol() : node.getSymbol();
}

/** Whether a value goes nowhere, as in `void value` or `value.name`, or is but what a client is made for. */
function isDiscarded(node: Node): boolean {
  const parent = node.getParent();
  return (
    Node.isExpressionStatement(parent) ||
    Node.isVoidExpression(parent) ||
    Node.isTypeQuery(parent) ||
    Node.isPropertyAccessExpression(parent) ||
    (Node.isCallExpression(parent) && /Client$/.test(parent.getExpression().getText()))
  );
}
