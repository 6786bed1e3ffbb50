import type { Node, ts } from "ts-morph";

import type { Message } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import type { Definition } from "../model/definition.js";
import type { Doc } from "../model/doc.js";
import type { Handler } from "../model/handler.js";
import { declaredPayloads, type Declared } from "./handlers/declared-payloads.js";
import { findProperty } from "./find-value.js";
import { handlerForm } from "./handlers/handler-form.js";
import type { HandlerEntry } from "./handlers/list-handlers.js";
import type { Making } from "./find/making.js";
import { readDoc } from "./read-doc.js";
import { describedBy, isTrue } from "./read-option.js";
import { readPayload } from "./read-payload.js";
import type { ReadSerde } from "./read-serde.js";
import type { Sdk } from "./sdk.js";
import { sourceRange } from "./source-range.js";
import type { TypeReader } from "./type-reader.js";

/** What reading a handler takes beside the handler. */
export interface HandlerContext {
  readonly reader: TypeReader;
  readonly sdk: Sdk;
  readonly cwd: string;
  readonly kind: Definition["kind"];
  readonly style: Making["style"] | undefined;
  /** The serde of handlers that do not choose one. */
  readonly defaultSerde: ReadSerde;
  /** What the definition has as options of single handlers, by their names. */
  readonly handlerOptions: Node | undefined;
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
  const { reader, report, cwd, sdk, handlerOptions } = context;
  const { checker } = reader;
  const { name, node } = entry;
  const beside = handlerOptions && findProperty(handlerOptions, name);
  const { fn, option, serde, shared } = handlerForm(entry, beside, sdk);
  const declared = declaredPayloads(entry, fn, context);
  if (!declared) {
    const type = entry.type ?? (fn ?? node).getType().compilerType;
    report(messages.notAHandler(name, checker.typeToString(type)), node.compilerNode);
    return undefined;
  }
  if (declared.requiredInputs > 1) {
    report(messages.tooManyInputs(name, declared.requiredInputs), declared.input.place.node);
  }
  const read = ({ place, ...payload }: Declared, silent: boolean) =>
    readPayload(
      {
        ...payload,
        serde: serde(place.direction) ?? context.defaultSerde,
        accept: place.direction === "input" ? option("accept") : undefined,
        place: { ...place, silent },
      },
      reader,
    );
  const doc = readHandlerDoc(entry, fn, checker) ?? describedBy(option("description"));
  const access = isTrue(option("ingressPrivate")) ? "private" : "public";
  // Of a private handler callers see nothing, but for what a private workflow ends with.
  const silent = context.isPrivate || access === "private";
  const isRun = context.kind === "workflow" && name === "run";
  const handler: Handler = {
    name,
    access,
    input: read(declared.input, silent),
    output: read(declared.output, silent && !(isRun && !context.isPrivate)),
    ...(doc && { doc }),
    range: sourceRange(node.compilerNode, cwd),
  };
  return { handler, shared: shared || declared.shared };
}

/** The doc comment of the entry, or else of the function that it refers to. */
function readHandlerDoc(
  { symbol }: HandlerEntry,
  fn: Node | undefined,
  checker: ts.TypeChecker,
): Doc | undefined {
  const functionSymbol = fn?.getSymbol() ?? fn?.getParent()?.getSymbol();
  return readDoc(symbol, checker) ?? readDoc(functionSymbol?.compilerSymbol, checker);
}
