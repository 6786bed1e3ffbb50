import { ts, type Node } from "ts-morph";

import type { Message } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import type { Definition } from "../model/definition.js";
import type { Handler } from "../model/handler.js";
import { handlerFunction } from "./handler-function.js";
import { readDoc } from "./read-doc.js";
import { describedBy, isTrue } from "./read-option.js";
import { readPayload, type DeclaredPayload } from "./read-payload.js";
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
  readonly kind: Definition["kind"];
  /** Whether the whole definition is private. */
  readonly isPrivate: boolean;
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
  const read = (side: "input" | "output", { place, ...declared }: Declared, silent: boolean) => {
    const chosen = option(side) ?? option("serde");
    const serde = chosen ? readSerde(chosen, sdk) : context.defaultSerde;
    const accept = side === "input" ? option("accept") : undefined;
    return readPayload({ ...declared, serde, accept, place: { ...place, silent } }, reader);
  };
  const doc =
    readDoc(entry.symbol, checker) ??
    readDoc(functionSymbol(fn), checker) ??
    describedBy(option("description"));
  const access = isTrue(option("ingressPrivate")) ? "private" : "public";
  // Of a private handler callers see nothing, but for what a private workflow ends with.
  const silent = context.isPrivate || access === "private";
  const isRun = context.kind === "workflow" && entry.name === "run";
  const handler: Handler = {
    name: entry.name,
    access,
    input: read("input", declaredInput(signature, entry, checker), silent),
    output: read(
      "output",
      declaredOutput(signature, fn, entry, checker),
      silent && !(isRun && !context.isPrivate),
    ),
    ...(doc && { doc }),
    range: sourceRange(entry.node.compilerNode, root),
  };
  return { handler, shared };
}

/** One direction, as the function declares it. */
interface Declared extends Pick<DeclaredPayload, "type" | "optional"> {
  readonly place: Omit<Place, "silent">;
}

/** The parameter behind the context, if there is one. */
function declaredInput(
  signature: ts.Signature,
  entry: HandlerEntry,
  checker: ts.TypeChecker,
): Declared {
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
  };
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
): Declared {
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
  };
}

function functionSymbol(fn: Node): ts.Symbol | undefined {
  return (fn.getSymbol() ?? fn.getParent()?.getSymbol())?.compilerSymbol;
}
