import { Node, type CallExpression } from "ts-morph";

import { calledFunction } from "../find/called-function.js";
import { findProperty, findValue, returnedValues } from "../find-value.js";
import type { HandlerEntry } from "./list-handlers.js";
import { isTrue } from "../read-option.js";
import { readSchema, readSerde, type ReadSerde } from "../read-serde.js";
import type { Sdk } from "../sdk.js";

/** How a handler is written, out of the wrapper or the descriptor that is around its function. */
export interface HandlerForm {
  /** The function; absent in a contract, and where only the type is known. */
  readonly fn: Node | undefined;
  /** Whether the wrapper makes it a shared handler; the type of its context decides nothing. */
  readonly shared: boolean;
  /** A value of its options, where it has any. */
  readonly option: (name: string) => Node | undefined;
  /** The serde that it chooses for a direction. */
  readonly serde: (side: "input" | "output") => ReadSerde | undefined;
}

/**
 * Takes `handlers.object.shared(options, fn)`, `schemas(options, fn)` and `iface.json(options)` apart; anything else is
 * taken for the function itself. `beside` are options for the handler that stand elsewhere, and win.
 */
export function handlerForm(
  { value, implementation }: HandlerEntry,
  beside: Node | undefined,
  sdk: Sdk,
): HandlerForm {
  const found = value && findValue(value);
  const wrapper = found && findWrapper(found, sdk);
  const { options, fn } = wrapper ? partsOfWrapper(wrapper) : { options: undefined, fn: found };
  const option = (name: string) =>
    (beside && findProperty(beside, name)) ?? (options && findProperty(options, name));
  const serde = (side: "input" | "output") => {
    const chosen = option(side);
    const other = option("serde");
    if (chosen && wrapper?.path.at(-1) === "schemas") {
      return readSchema(chosen);
    }
    return chosen ? readSerde(chosen, sdk) : other && readSerde(other, sdk);
  };
  return {
    // A helper of the user's may do more than wrap, so the function is what the helper gives.
    fn: implementation ?? (wrapper?.call === found ? fn && findValue(fn) : found),
    shared: wrapper?.path.includes("shared") === true || isTrue(option("shared")),
    option,
    serde,
  };
}

/** A call of the SDK around a handler, and the names by which the SDK declares what is called. */
interface Wrapper {
  readonly call: CallExpression;
  readonly path: readonly string[];
}

/** Looks for the wrapper, also in what the user's own helpers return. */
function findWrapper(value: Node, sdk: Sdk, seen: readonly Node[] = []): Wrapper | undefined {
  if (!Node.isCallExpression(value) || seen.includes(value)) {
    return undefined;
  }
  const path = sdk.calledPath(value);
  if (path.length > 0) {
    const isWrapper = /^(?:handlers|iface|ServiceInterface|schemas|serdes)$/.test(path[0] ?? "");
    return isWrapper ? { call: value, path } : undefined;
  }
  const called = calledFunction(value);
  const returned = called ? returnedValues(called) : [];
  return returned
    .map((one) => findWrapper(findValue(one), sdk, [...seen, value]))
    .find((wrapper) => wrapper !== undefined);
}

function partsOfWrapper({ call, path }: Wrapper): {
  readonly options: Node | undefined;
  readonly fn: Node | undefined;
} {
  const [first, second] = call.getArguments();
  const isDescriptor = path[0] === "iface" || path[0] === "ServiceInterface";
  return isDescriptor || second
    ? { options: first, fn: second }
    : { options: undefined, fn: first };
}
