import { Node } from "ts-morph";

import { findProperty, findValue } from "./find-value.js";
import type { Sdk } from "./sdk.js";

/** A handler's function, out of the wrapper around it. */
export interface HandlerFunction {
  readonly node: Node;
  /** Whether the wrapper makes it a shared handler; the type of its context decides nothing. */
  readonly shared: boolean;
  /** A value of the wrapper's options, where it has any. */
  readonly option: (name: string) => Node | undefined;
}

/** Takes `handlers.object.shared(options, fn)` and the like apart; anything else is taken for the function itself. */
export function handlerFunction(value: Node, sdk: Sdk): HandlerFunction {
  const found = findValue(value);
  const wrapper = Node.isCallExpression(found) ? sdk.calledPath(found) : [];
  if (!Node.isCallExpression(found) || wrapper[0] !== "handlers") {
    return { node: found, shared: false, option: () => undefined };
  }
  const [first = found, second] = found.getArguments();
  return {
    node: findValue(second ?? first),
    shared: wrapper.at(-1) === "shared",
    option: (name) => (second ? findProperty(first, name) : undefined),
  };
}
