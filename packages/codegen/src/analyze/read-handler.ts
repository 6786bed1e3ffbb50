import { ts, type Node } from "ts-morph";

import type { Message } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import type { Handler } from "../model/handler.js";
import { handlerFunction } from "./handler-function.js";
import { readDoc } from "./read-doc.js";
import { describedBy, isTrue } from "./read-option.js";
import { readPayload } from "./read-payload.js";
import { readSerde, type ReadSerde } from "./read-serde.js";
import type { Sdk } from "./sdk.js";
import { sourceRange } from "./source-range.js";
import type { TypeReader } from "./type-reader.js";
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

/** A handler, and whether it runs beside the others of its key. */
export interface ReadHandler {
  readonly handler: Handler;
  readonly shared: boolean;
}

/** Reads a handler; one that is no function is reported and left out. */
export function readHandler(entry: HandlerEntry, context: HandlerContext): ReadHandler | undefined {
  const { reader, report, root, sdk } = context;
  const { checker } = reader;
  const { node: fn, shared, option } = handlerFunction(entry.value, sdk);
  const type = fn.getType().compilerType;
  // Of overloads the last counts, as it does where the SDK infers from the function.
  const signature = type.getCallSignatures().at(-1);
  if (!signature) {
    report(messages.notAHandler(entry.name, checker.typeToString(type)), entry.node.compilerNode);
    return undefined;
  }
  const serde = (side: "input" | "output") => {
    const chosen = option(side) ?? option("serde");
    return chosen ? readSerde(chosen, sdk) : context.defaultSerde;
  };
  const doc =
    readDoc(entry.symbol, checker) ??
    readDoc(functionSymbol(fn), checker) ??
    describedBy(option("description"));
  const handler: Handler = {
    name: entry.name,
    access: isTrue(option("ingressPrivate")) ? "private" : "public",
    input: readPayload(
      { ...declaredInput(signature, entry, checker), serde: serde("input") },
      reader,
    ),
    output: readPayload(
      { ...declaredOutput(signature, fn, entry, checker), serde: serde("output") },
      reader,
    ),
    ...(doc && { doc }),
    range: sourceRange(entry.node.compilerNode, root),
  };
  return { handler, shared };
}

/** The parameter behind the context, if there is one. */
function declaredInput(signature: ts.Signature, entry: HandlerEntry, checker: ts.TypeChecker) {
  const [, parameter] = signature.getParameters();
  const declaration = parameter?.valueDeclaration;
  const written = declaration && ts.isParameter(declaration) ? declaration : undefined;
  return {
    type: parameter && (defaultType(written, checker) ?? checker.getTypeOfSymbol(parameter)),
    optional: written !== undefined && checker.isOptionalParameter(written),
    place: {
      direction: "input",
      handler: entry.name,
      path: "input",
      node: written?.type ?? written ?? entry.node.compilerNode,
      hint: written?.type,
    },
  } as const;
}

/** The type of `name = "you"`, which the SDK's own typing of handlers turns into `any`. */
function defaultType(
  parameter: ts.ParameterDeclaration | undefined,
  checker: ts.TypeChecker,
): ts.Type | undefined {
  return parameter?.initializer && !parameter.type
    ? checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(parameter.initializer))
    : undefined;
}

/** What the returned promise resolves with. */
function declaredOutput(
  signature: ts.Signature,
  fn: Node,
  entry: HandlerEntry,
  checker: ts.TypeChecker,
) {
  const written = writtenResult(fn.compilerNode);
  return {
    type: checker.getAwaitedType(signature.getReturnType()),
    optional: false,
    place: {
      direction: "output",
      handler: entry.name,
      path: "result",
      node: written ?? entry.node.compilerNode,
      hint: written,
    },
  } as const;
}

function functionSymbol(fn: Node): ts.Symbol | undefined {
  return (fn.getSymbol() ?? fn.getParent()?.getSymbol())?.compilerSymbol;
}
