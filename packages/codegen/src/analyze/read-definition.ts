import { Node, type CallExpression, type ts } from "ts-morph";

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnose, type Message } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import type { Definition } from "../model/definition.js";
import { kindTitle } from "../model/kind-title.js";
import { assembleDefinition } from "./assemble-definition.js";
import type { FoundDefinition } from "./find-definitions.js";
import { findProperty } from "./find-value.js";
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
  if (name === undefined) {
    const type = checker.typeToString(nameNode.getType().compilerType);
    const range = sourceRange(nameNode.compilerNode, root);
    return { diagnostics: [diagnose(messages.nameNotLiteral(kindTitle[kind], type), { range })] };
  }

  const diagnostics: Diagnostic[] = [];
  const report = (message: Message, node: ts.Node) => {
    const range = sourceRange(node, root);
    diagnostics.push(diagnose(message, { range, definition: name }));
  };
  const written = findProperty(argument, "handlers") ?? argument;
  const { handlers, declarations } = readHandlers(argument, written, { ...context, kind, report });
  if (!handlers) {
    report(messages.handlersUnreadable(name), written.compilerNode);
    return { diagnostics };
  }
  const doc =
    readDoc(definitionSymbol(call), checker) ?? describedBy(findProperty(argument, "description"));
  const base = {
    name,
    access: isTrue(findOption(argument, "ingressPrivate")) ? "private" : "public",
    declarations,
    file: relativePath(call.getSourceFile().getFilePath(), root),
    range: sourceRange(nameNode.compilerNode, root),
    ...(doc && { doc }),
  } as const;
  const definition = assembleDefinition(kind, base, handlers);
  if (!definition) {
    report(messages.workflowWithoutRun(name), written.compilerNode);
  }
  return { definition, diagnostics };
}

/** The name as the checker infers it for the definition, or else the type of what is written. */
function readName(call: CallExpression, written: Node): string | undefined {
  const inferred = call.getType().getAliasTypeArguments()[0] ?? written.getType();
  return [inferred, written.getType()]
    .map(({ compilerType }) => (compilerType.isStringLiteral() ? compilerType.value : undefined))
    .find((name) => name !== undefined);
}

function readHandlers(
  argument: Node,
  handlersNode: Node,
  context: DefinitionContext & Pick<HandlerContext, "kind" | "report">,
) {
  const { reader, declarations } = createTypeReader(context);
  const serde = findOption(argument, "serde");
  const defaultSerde = serde ? readSerde(serde, context.sdk) : ({ kind: "json" } as const);
  const isPrivate = isTrue(findOption(argument, "ingressPrivate"));
  const handlers = listHandlers(handlersNode)?.flatMap(
    (entry) => readHandler(entry, { ...context, reader, defaultSerde, isPrivate }) ?? [],
  );
  return { handlers, declarations: declarations() };
}

function findOption(argument: Node, name: string): Node | undefined {
  const options = findProperty(argument, "options");
  return options && findProperty(options, name);
}

/** What carries the doc comment: the variable that is assigned, or the `export default`. */
function definitionSymbol(call: CallExpression): ts.Symbol | undefined {
  const holder = call.getFirstAncestor(
    (node) => Node.isVariableDeclaration(node) || Node.isExportAssignment(node),
  );
  return holder?.getSymbol()?.compilerSymbol;
}
