import { Node, type CallExpression, type ts } from "ts-morph";

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnose, type Message } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import type { Definition } from "../model/definition.js";
import { kindTitle } from "../model/kind-title.js";
import { assembleDefinition } from "./assemble-definition.js";
import type { FoundDefinition } from "./find-definitions.js";
import { findProperty } from "./find-value.js";
import { inlineAnonymous, type ReadHandlers } from "./inline-anonymous.js";
import { listHandlers } from "./list-handlers.js";
import { readDoc } from "./read-doc.js";
import { readHandler, type HandlerContext } from "./read-handler.js";
import { describedBy, isTrue } from "./read-option.js";
import { readSerde } from "./read-serde.js";
import { createTypeReader } from "./read-type.js";
import type { Sdk } from "./sdk.js";
import { relativePath, sourceRange } from "./source-range.js";
import type { Origin } from "./type-reader.js";

/** What all definitions of a run share. */
export interface DefinitionContext {
  readonly checker: ts.TypeChecker;
  readonly sdk: Sdk;
  readonly root: string;
  readonly origin: (declaration: ts.Node) => Origin;
}

/** A definition and what is wrong with it. Where its name or handlers cannot be read, only the latter. */
export interface ReadDefinition {
  /** The Restate name; absent where it cannot be read. */
  readonly name?: string | undefined;
  /** The file that makes it, relative to the project's folder. */
  readonly file: string;
  readonly definition?: Definition | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one definition from the call that makes it. */
export function readDefinition(
  { kind, call }: FoundDefinition,
  context: DefinitionContext,
): ReadDefinition {
  const { checker, root } = context;
  const [argument = call] = call.getArguments();
  const nameNode = findProperty(argument, "name") ?? argument;
  const name = readName(call, nameNode);
  const file = relativePath(call.getSourceFile().getFilePath(), root);
  const range = sourceRange(nameNode.compilerNode, root);
  if (name === undefined) {
    return { file, diagnostics: [unnamedDefinition(kind, nameNode, context)] };
  }

  const diagnostics: Diagnostic[] = [];
  const report = (message: Message, node: ts.Node) => {
    diagnostics.push(diagnose(message, { range: sourceRange(node, root), definition: name }));
  };
  const written = findProperty(argument, "handlers") ?? argument;
  const read = readHandlers(argument, written, { ...context, kind, report });
  if (!read) {
    report(messages.handlersUnreadable(name), written.compilerNode);
    return { name, file, diagnostics };
  }
  const doc = readDefinitionDoc(call, argument, checker);
  const base = {
    name,
    access: isTrue(findOption(argument, "ingressPrivate")) ? "private" : "public",
    declarations: read.declarations,
    file,
    range,
    ...(doc && { doc }),
  } as const;
  const definition = assembleDefinition(kind, base, read.handlers);
  if (!definition) {
    report(messages.workflowWithoutRun(name), written.compilerNode);
  }
  return { name, file, definition, diagnostics };
}

/** The name as the checker infers it for the definition, or else the type of what is written. */
function readName(call: CallExpression, written: Node): string | undefined {
  const inferred = call.getType().getAliasTypeArguments()[0] ?? written.getType();
  return [inferred, written.getType()]
    .map(({ compilerType }) => (compilerType.isStringLiteral() ? compilerType.value : undefined))
    .find((name) => name !== undefined);
}

function unnamedDefinition(
  kind: Definition["kind"],
  written: Node,
  { checker, root }: DefinitionContext,
): Diagnostic {
  const type = checker.typeToString(written.getType().compilerType);
  const range = sourceRange(written.compilerNode, root);
  return diagnose(messages.nameNotLiteral(kindTitle[kind], type), { range });
}

function readHandlers(
  argument: Node,
  handlersNode: Node,
  context: DefinitionContext & Pick<HandlerContext, "kind" | "report">,
): ReadHandlers | undefined {
  const { reader, declarations } = createTypeReader(context);
  const serde = findOption(argument, "serde");
  const defaultSerde = serde ? readSerde(serde, context.sdk) : ({ kind: "json" } as const);
  const isPrivate = isTrue(findOption(argument, "ingressPrivate"));
  const handlers = listHandlers(handlersNode)?.flatMap(
    (entry) => readHandler(entry, { ...context, reader, defaultSerde, isPrivate }) ?? [],
  );
  return handlers && inlineAnonymous({ handlers, declarations: declarations() });
}

function findOption(argument: Node, name: string): Node | undefined {
  const options = findProperty(argument, "options");
  return options && findProperty(options, name);
}

/** The doc comment where there is one, else the description that is given to the SDK. */
function readDefinitionDoc(call: CallExpression, argument: Node, checker: ts.TypeChecker) {
  return (
    readDoc(definitionSymbol(call), checker) ?? describedBy(findProperty(argument, "description"))
  );
}

/** What carries the doc comment: the variable that is assigned, or the `export default`. */
function definitionSymbol(call: CallExpression): ts.Symbol | undefined {
  const holder = call.getFirstAncestor(
    (node) => Node.isVariableDeclaration(node) || Node.isExportAssignment(node),
  );
  return holder?.getSymbol()?.compilerSymbol;
}
