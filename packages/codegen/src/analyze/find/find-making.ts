import { Node, type CallExpression } from "ts-morph";

import { calledFunction } from "./called-function.js";
import { findValue, returnedValues } from "../find-value.js";
import { makingOf, type Making } from "./making.js";
import type { Sdk } from "../sdk.js";

/** Where a definition is made. */
export interface FoundMaking {
  readonly making: Making;
  /** The calls of the user's own functions that lead there, outermost first. */
  readonly calls: readonly CallExpression[];
}

/** Follows an expression to the call that makes its value: through constants, and into what functions return. */
export function findMaking(expression: Node, sdk: Sdk): FoundMaking | undefined {
  const seen = new Set<Node>();

  const find = (start: Node, calls: readonly CallExpression[]): FoundMaking | undefined => {
    const value = findValue(start);
    if (seen.has(value)) {
      return undefined;
    }
    seen.add(value);
    if (Node.isAwaitExpression(value)) {
      return find(value.getExpression(), calls);
    }
    if (Node.isConditionalExpression(value)) {
      return find(value.getWhenTrue(), calls) ?? find(value.getWhenFalse(), calls);
    }
    if (!Node.isCallExpression(value)) {
      return undefined;
    }
    const making = makingOf(value, sdk);
    if (making) {
      return { making, calls };
    }
    return firstDefined(sourcesOf(value), (source) => find(source, [...calls, value]));
  };
  return find(expression, []);
}

/** The contract that an implementation is of, where the source shows it. */
export function contractOf({ call, style }: Making, sdk: Sdk): Making | undefined {
  const [contract] = style === "implementation" ? call.getArguments() : [];
  return contract && findMaking(contract, sdk)?.making;
}

/** Where the result of a call comes from: an argument that is handed through, or what the called function returns. */
function sourcesOf(call: CallExpression): readonly Node[] {
  if (/^(?:Object\.assign|Promise\.resolve)$/.test(call.getExpression().getText())) {
    return call.getArguments().slice(0, 1);
  }
  const called = calledFunction(call);
  return called ? returnedValues(called) : [];
}

function firstDefined<T, U>(items: readonly T[], find: (item: T) => U | undefined): U | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
