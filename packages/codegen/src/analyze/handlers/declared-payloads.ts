import { Node, type ts } from "ts-morph";

import { inputParameter } from "./input-parameter.js";
import type { HandlerEntry } from "./list-handlers.js";
import type { Making } from "../find/making.js";
import type { DeclaredPayload } from "../read-payload.js";
import type { Sdk } from "../sdk.js";
import type { Place, TypeReader } from "../type-reader.js";
import { writtenResult } from "./written-result.js";

/** Both directions of a handler, as they are declared. */
export interface DeclaredPayloads {
  readonly input: Declared;
  readonly output: Declared;
  /** How many inputs the handler cannot do without, of which a request carries only one. */
  readonly requiredInputs: number;
  /** Whether a contract says that the handler is shared. */
  readonly shared: boolean;
}

/** One direction of a handler, before its serde is known. */
export interface Declared extends Pick<DeclaredPayload, "type" | "optional"> {
  readonly place: Omit<Place, "silent">;
}

/** What it takes to read how a handler is declared. */
export interface DeclarationContext {
  readonly reader: Pick<TypeReader, "checker" | "origin">;
  readonly sdk: Sdk;
  readonly style: Making["style"] | undefined;
}

/**
 * Reads the payloads of a handler: from its type where that is the better one, else from its function. `undefined` for
 * what is neither a function nor the descriptor of one.
 */
export function declaredPayloads(
  entry: HandlerEntry,
  fn: Node | undefined,
  context: DeclarationContext,
): DeclaredPayloads | undefined {
  const { sdk, style } = context;
  // A generator's descriptor forgets that its input was optional, so there the function comes first.
  const described =
    entry.type ?? (style === "generators" ? undefined : entry.value?.getType().compilerType);
  if (described && isDescriptor(described, sdk)) {
    return describedPayloads(described, entry);
  }
  const type = entry.type ?? fn?.getType().compilerType;
  // Of overloads the last counts, as it does where the SDK infers from the function.
  const signature = type?.getCallSignatures().at(-1);
  return signature && signaturePayloads(signature, entry, context);
}

function signaturePayloads(
  signature: ts.Signature,
  entry: HandlerEntry,
  { reader, style }: DeclarationContext,
): DeclaredPayloads {
  const { checker, origin } = reader;
  const isGenerator = style === "generators";
  const parameter = inputParameter(signature, isGenerator ? 0 : 1, checker);
  const { declaration } = parameter;
  const returned = signature.getReturnType();
  const result = isGenerator
    ? operationResult(returned, checker)
    : checker.getAwaitedType(returned);
  // The compiler's typing leaves out that the signatures of a mapped type have no declaration.
  const source = (signature as { readonly declaration?: ts.Node }).declaration;
  const written = source && writtenResult(source);
  const place = (
    direction: Place["direction"],
    type: ts.Type | undefined,
    nodes: readonly (ts.Node | undefined)[],
    hint: ts.TypeNode | undefined,
  ) => {
    const node = nodes.find((one) => one && origin(one).owner === "project");
    // What is written in a generic function, or in a package, may be another type than that of this instance.
    const isMeant = hint && (!entry.type || checker.getTypeFromTypeNode(hint) === type);
    return {
      ...placeOf(direction, entry),
      node: node ?? entry.node.compilerNode,
      hint: isMeant ? hint : undefined,
    };
  };
  return {
    input: {
      type: parameter.type,
      optional: parameter.optional,
      place: place("input", parameter.type, [declaration?.type, declaration], declaration?.type),
    },
    output: { type: result, optional: false, place: place("output", result, [written], written) },
    requiredInputs: parameter.required,
    shared: false,
  };
}

function isDescriptor({ aliasSymbol }: ts.Type, sdk: Sdk): boolean {
  const name = sdk.declaredPath(aliasSymbol?.declarations?.[0]).at(-1);
  return name === "HandlerDescriptor" || name === "HandlerDef";
}

/** `HandlerDescriptor<Input, Output, Shared>`, in which `void` is nothing. */
function describedPayloads(descriptor: ts.Type, entry: HandlerEntry): DeclaredPayloads {
  const [input, output, shared] = descriptor.aliasTypeArguments ?? [];
  const { value } = entry;
  const written = Node.isCallExpression(value) ? value.getTypeArguments() : [];
  const described = (direction: Place["direction"], type: ts.Type | undefined, index: number) => {
    const node = (written[index] ?? entry.node).compilerNode;
    return { type, optional: false, place: { ...placeOf(direction, entry), node } };
  };
  return {
    input: described("input", input, 0),
    output: described("output", output, 1),
    requiredInputs: 1,
    shared:
      shared !== undefined &&
      (shared as { readonly intrinsicName?: string }).intrinsicName === "true",
  };
}

function placeOf(direction: Place["direction"], { name }: HandlerEntry) {
  return { direction, handler: name, path: direction === "input" ? "input" : "result" } as const;
}

/** What an `Operation<T>` or a generator gives in the end. */
function operationResult(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  const iterate = checker
    .getPropertiesOfType(type)
    .find(({ escapedName }) => String(escapedName).startsWith("__@iterator@"));
  const [signature] = iterate ? checker.getTypeOfSymbol(iterate).getCallSignatures() : [];
  const iterator = signature?.getReturnType();
  return iterator && checker.getTypeArguments(iterator as ts.TypeReference)[1];
}
