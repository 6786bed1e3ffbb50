import { handlersOf, type Definition } from "../model/definition.js";
import { typeOf, type Handler, type ObjectHandler, type Payload } from "../model/handler.js";
import { kindTitle } from "../model/kind-title.js";
import { mentions } from "../model/mentions.js";
import type { SourceRange } from "../model/source-range.js";
import type { TypeDeclaration } from "../model/type-model.js";
import { clientNames } from "../naming/client-names.js";
import { typeNames } from "../naming/type-names.js";
import { namePayloads } from "./name-payloads.js";
import { quote } from "./print-text.js";
import { printMembers, printType, type PrintContext } from "./print-type.js";
import { reachableTypes } from "./reachable-types.js";
import { runtimeNames } from "./runtime-names.js";

/** A definition at a glance, as text that is ready to lay out. */
export interface DefinitionOverview {
  readonly name: string;
  /** `virtual object`, and `private` where it is that. */
  readonly traits: readonly string[];
  /** `src/cart.ts:9:14`, which terminals and editors make a link of. */
  readonly place: string;
  readonly handlers: readonly HandlerOverview[];
  /** The named types that its payloads mention, directly or through each other, in the order of first mention. */
  readonly types: readonly TypeOverview[];
}

/** A handler at a glance. */
export interface HandlerOverview {
  readonly name: string;
  /** `exclusive`, `shared`, `workflow`, `private`; most handlers of services have none. */
  readonly traits: readonly string[];
  /** What callers send, as TypeScript; absent where there is nothing to send. */
  readonly input?: string;
  /** What callers get; absent where there is nothing. */
  readonly output?: string;
  readonly place: string;
  /** The named types that it mentions. */
  readonly mentions: readonly string[];
}

/** A named type at a glance. */
export interface TypeOverview {
  /** As in the client. */
  readonly name: string;
  /** The type on one line. */
  readonly text: string;
  /** Each member of an object or an enum; of other types the whole. */
  readonly parts: readonly string[];
  readonly place: string;
  readonly mentions: readonly string[];
}

/** Decides how a definition is shown. Types have the names that they have in the client. */
export function planOverview(analysed: Definition): DefinitionOverview {
  const definition = namePayloads(analysed);
  const { name, kind, access, range, declarations } = definition;
  const reachable = reachableTypes(definition).declarations;
  const { factory, type, serdes } = clientNames(definition);
  const names = new Map([
    // What only private handlers mention is in no client, and has no other name there.
    ...declarations.map((one) => [one.id, one.name] as const),
    ...typeNames(reachable, new Set([...runtimeNames, factory, type, serdes])),
  ]);
  const shown = [...reachable, ...declarations.filter((one) => !reachable.includes(one))];
  return {
    name,
    traits: [kindTitle[kind], ...(access === "private" ? [access] : [])],
    place: printPlace(range),
    handlers: handlersOf(definition).map((one) => planHandler(one, definition, names)),
    types: shown.map((one) => planType(one, names)),
  };
}

function planHandler(
  handler: Handler | ObjectHandler,
  definition: Definition,
  names: PrintContext["names"],
): HandlerOverview {
  const { name, access, range } = handler;
  const [input, output] = [handler.input, handler.output].map((one) => printPayload(one, names));
  const types = [handler.input, handler.output].flatMap((payload) => typeOf(payload) ?? []);
  return {
    name,
    traits: [...concurrency(handler, definition), ...(access === "private" ? [access] : [])],
    ...(input !== undefined && { input }),
    ...(output !== undefined && { output }),
    place: printPlace(range),
    mentions: namesOf(types.flatMap(mentions), names),
  };
}

function concurrency(handler: Handler | ObjectHandler, definition: Definition): readonly string[] {
  if (definition.kind === "workflow") {
    return [handler === definition.run ? "workflow" : "shared"];
  }
  return "concurrency" in handler ? [handler.concurrency] : [];
}

function printPayload(payload: Payload, names: PrintContext["names"]): string | undefined {
  if (payload.presence === "none") {
    return undefined;
  }
  const text =
    payload.serde === "custom" ? "(a serde of yours)" : printType(payload.type, glance(names));
  return payload.presence === "optional" ? `${text} | undefined` : text;
}

function planType(
  { id, name, file, range, body }: TypeDeclaration,
  names: PrintContext["names"],
): TypeOverview {
  const shown = { name: names.get(id) ?? name, place: range ? printPlace(range) : file };
  if (body.kind === "enum") {
    const values = body.members.map(({ value }) =>
      typeof value === "string" ? quote(value) : String(value),
    );
    const parts = body.members.map((one, index) => `${one.name} = ${values[index] ?? ""}`);
    return { ...shown, text: values.join(" | "), parts, mentions: [] };
  }
  const text = printType(body, glance(names));
  return {
    ...shown,
    text,
    parts: body.kind === "object" ? printMembers(body, glance(names)) : [text],
    mentions: namesOf(mentions(body), names),
  };
}

/** Types are shown as they are read: what callers may write besides is in the client. */
function glance(names: PrintContext["names"]): PrintContext {
  return { names, written: false, bare: true };
}

function namesOf(ids: readonly string[], names: PrintContext["names"]): readonly string[] {
  return [...new Set(ids.map((id) => names.get(id) ?? id))];
}

function printPlace({ file, line, column }: SourceRange): string {
  return `${file}:${String(line)}:${String(column)}`;
}
