import { Node, ts } from "ts-morph";

import { messages, type Message } from "../diagnostics/messages.js";
import type { Handler } from "../model/handler.js";
import { findProperty, findValue } from "./find-value.js";
import { readDoc } from "./read-doc.js";
import { readPayload } from "./read-payload.js";
import { readSerde, type ReadSerde } from "./read-serde.js";
import type { Sdk } from "./sdk.js";
import { sourceRange } from "./source-range.js";
import type { Place, TypeReader } from "./type-reader.js";
import { writtenResult } from "./written-result.js";

/** One entry of a `handlers` object. */
export interface HandlerEntry {
  readonly name: string;
  /** The name in the source, for ranges. */
  readonly node: Node;
  /** The function, or the wrapper call around it. */
  readonly value: Node;
  /** Carries the doc comment. */
  readonly symbol: ts.Symbol | undefined;
}

/** What reading a handler takes beside the handler. */
export interface HandlerContext {
  readonly reader: TypeReader;
  readonly sdk: Sdk;
  readonly root: string;
  /** The serde of handlers that do not choose one. */
  readonly defaultSerde: ReadSerde;
  readonly report: (message: Message, node: ts.Node) => void;
}

/** A handler, and whether the wrapper that runs makes it a shared one; the type of its context decides nothing. */
export interface ReadHandler {
  readonly handler: Handler;
  readonly shared: boolean;
}

/** Reads a handler; one that is no function is reported and left out. */
export function readHandler(entry: HandlerEntry, context: HandlerContext): ReadHandler | undefined {
  const { reader, report, root } = context;
  const { checker } = reader;
  const { fn, options, wrapper } = unwrapHandler(entry.value, context.sdk);
  const type = fn.getType().compilerType;
  // Of overloads the last counts, as it does where the SDK infers from the function.
  const signature = type.getCallSignatures().at(-1);
  if (!signature) {
    report(messages.notAHandler(entry.name, checker.typeToString(type)), entry.node.compilerNode);
    return undefined;
  }
  const [, parameter] = signature.getParameters();
  const result = checker.getAwaitedType(signature.getReturnType());
  const option = (name: string) => (options ? findProperty(options, name) : undefined);
  const serde = (side: "input" | "output") => {
    const chosen = option(side) ?? option("serde");
    return chosen ? readSerde(chosen, context.sdk) : context.defaultSerde;
  };
  const place = (direction: Place["direction"], node: ts.Node, hint?: ts.TypeNode): Place => ({
    direction,
    handler: entry.name,
    path: direction === "input" ? "input" : "result",
    node,
    hint,
  });
  const declared = parameter?.valueDeclaration;
  const written = declared && ts.isParameter(declared) ? declared : undefined;
  const resultNode = writtenResult(fn.compilerNode);
  const doc =
    readDoc(entry.symbol, checker) ??
    readDoc(symbolOf(fn), checker) ??
    described(option("description"));
  return {
    shared: wrapper.at(-1) === "shared",
    handler: {
      name: entry.name,
      access: isTrue(option("ingressPrivate")) ? "private" : "public",
      input: readPayload(
        {
          type: parameter && checker.getTypeOfSymbol(parameter),
          serde: serde("input"),
          optional: written !== undefined && checker.isOptionalParameter(written),
          place: place("input", written?.type ?? written ?? entry.node.compilerNode, written?.type),
        },
        reader,
      ),
      output: readPayload(
        {
          type: result,
          serde: serde("output"),
          optional: false,
          place: place("output", resultNode ?? entry.node.compilerNode, resultNode),
        },
        reader,
      ),
      ...(doc && { doc }),
      range: sourceRange(entry.node.compilerNode, root),
    },
  };
}

/** Whether an option is `true` for certain. */
export function isTrue(option: Node | undefined): boolean {
  return option !== undefined && findValue(option).getKind() === ts.SyntaxKind.TrueKeyword;
}

/** A `description` option, where the source shows its text. */
export function described(option: Node | undefined): Handler["doc"] {
  const type = option && findValue(option).getType().compilerType;
  return type?.isStringLiteral() ? { text: type.value, tags: [] } : undefined;
}

/** Takes `handlers.object.shared(options, fn)` and the like apart. */
function unwrapHandler(
  value: Node,
  sdk: Sdk,
): { readonly fn: Node; readonly options?: Node; readonly wrapper: readonly string[] } {
  const found = findValue(value);
  const wrapper = Node.isCallExpression(found) ? sdk.calledPath(found) : [];
  if (!Node.isCallExpression(found) || wrapper[0] !== "handlers") {
    return { fn: found, wrapper: [] };
  }
  const [first, second] = found.getArguments();
  return {
    fn: findValue(second ?? first ?? found),
    wrapper,
    ...(second && first && { options: first }),
  };
}

function symbolOf(fn: Node): ts.Symbol | undefined {
  return (fn.getSymbol() ?? fn.getParent()?.getSymbol())?.compilerSymbol;
}
