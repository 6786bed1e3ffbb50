import { Node, type CallExpression } from "ts-morph";

import { callChain, calledFunction } from "./called-function.js";
import type { FoundDefinition } from "./find-definitions.js";
import { findProperty, findValue } from "../find-value.js";
import { partsOf } from "./making.js";

/** A name, as far as it can be read. */
export interface DefinitionName {
  /** The name as Restate knows it; `undefined` where only running the program would tell. */
  readonly text: string | undefined;
  /** Where it is written, or where its trace is lost; `undefined` for a definition that is known by its type alone. */
  readonly node: Node | undefined;
}

/** Reads the name of a definition: by its type, or by what is written in the call that makes it. */
export function definitionName({ type, making, calls = [] }: FoundDefinition): DefinitionName {
  const { compilerType } = type.name;
  const inferred = compilerType.isStringLiteral() ? compilerType.value : undefined;
  const expression = making && (partsOf(making).name ?? making.call);
  const written = expression && readText(expression, calls);
  return { text: inferred ?? written?.text, node: written?.node };
}

/** The text of an expression: by its type, or by the argument that was passed for it on the way here. */
function readText(
  expression: Node,
  calls: readonly CallExpression[],
): DefinitionName & { readonly node: Node } {
  const value = findValue(expression);
  // The value may say more than its place: `"Orders" as string`, or a constant that is declared as a string.
  for (const { compilerType } of [expression.getType(), value.getType()]) {
    if (compilerType.isStringLiteral()) {
      return { text: compilerType.value, node: expression };
    }
  }
  const argument = passedArgument(value, calls);
  return argument ? readText(argument, calls) : { text: undefined, node: expression };
}

/** What `create("Orders")` passes for `name`, in a function that is called through `calls`. */
function passedArgument(value: Node, calls: readonly CallExpression[]): Node | undefined {
  const parent = value.getParent();
  const symbol = Node.isShorthandPropertyAssignment(parent)
    ? parent.getValueSymbol()
    : value.getSymbol();
  const [declaration] = symbol?.getDeclarations() ?? [];
  if (Node.isBindingElement(declaration)) {
    const parameter = declaration.getParent().getParent();
    const argument = argumentFor(parameter, calls);
    return (
      argument &&
      findProperty(argument, declaration.getPropertyNameNode()?.getText() ?? declaration.getName())
    );
  }
  return argumentFor(declaration, calls);
}

function argumentFor(
  parameter: Node | undefined,
  calls: readonly CallExpression[],
): Node | undefined {
  if (!Node.isParameterDeclaration(parameter)) {
    return undefined;
  }
  const fn = parameter.getParent();
  const call = calls.flatMap(callChain).find((one) => calledFunction(one) === fn);
  const index = Node.isParametered(fn) ? fn.getParameters().indexOf(parameter) : -1;
  return call?.getArguments()[index];
}
