import { Node, type ts } from "ts-morph";

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnose, type Message } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import type { Disk } from "../disk/disk.js";
import type { Definition } from "../model/definition.js";
import { kindTitle } from "../model/kind-title.js";
import { assembleDefinition } from "./assemble-definition.js";
import { definitionName } from "./find/definition-name.js";
import type { FoundDefinition } from "./find/find-definitions.js";
import { findProperty } from "./find-value.js";
import { inlineAnonymous, type ReadHandlers } from "./inline-anonymous.js";
import { holderSymbol } from "./holder-symbol.js";
import { listHandlers } from "./handlers/list-handlers.js";
import { partsOf, type MakingParts } from "./find/making.js";
import { readDoc } from "./read-doc.js";
import { readHandler, type HandlerContext } from "./read-handler.js";
import { describedBy, isTrue } from "./read-option.js";
import { readSerde } from "./read-serde.js";
import { createTypeReader } from "./read-type.js";
import type { Sdk } from "./sdk.js";
import { sourceRange } from "./source-range.js";
import type { Origin } from "./type-reader.js";

/** What all definitions of a run share. */
export interface DefinitionContext {
  readonly checker: ts.TypeChecker;
  readonly disk: Disk;
  readonly sdk: Sdk;
  /** What the places of diagnostics are seen from, absolute. */
  readonly cwd: string;
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

/** Reads one definition from its type, and from the call that makes it. */
export function readDefinition(found: FoundDefinition, context: DefinitionContext): ReadDefinition {
  const { checker, cwd, origin } = context;
  const { making, node, type } = found;
  const { kind } = type;
  const parts = making ? partsOf(making) : nothingWritten;
  const shown = shownNode(node);
  const { text: name, node: nameNode = shown } = definitionName(found);
  const range = sourceRange(nameNode.compilerNode, cwd);
  const { file } = origin((making?.call ?? node).compilerNode);
  if (name === undefined) {
    return { file, diagnostics: [diagnose(nameProblem(found, nameNode, checker), { range })] };
  }

  const diagnostics: Diagnostic[] = [];
  const report = (message: Message, place: ts.Node) => {
    diagnostics.push(diagnose(message, { range: sourceRange(place, cwd), definition: name }));
  };
  const read = readHandlers(found, parts, { ...context, report });
  const handlersNode = (parts.handlers ?? shown).compilerNode;
  if (!read) {
    report(messages.handlersUnreadable(name), handlersNode);
    return { name, file, diagnostics };
  }
  const doc =
    readDoc(holderSymbol(node), checker) ??
    readDoc(making && holderSymbol(making.call), checker) ??
    describedBy(parts.description);
  const base = {
    name,
    access: isTrue(optionOf(parts, "ingressPrivate")) ? "private" : "public",
    declarations: read.declarations,
    file,
    range,
    ...(doc && { doc }),
  } as const;
  const definition = assembleDefinition(kind, base, read.handlers);
  if (!definition) {
    report(messages.workflowWithoutRun(name), handlersNode);
  }
  return { name, file, definition, diagnostics };
}

/** What to point at in the place where a definition is offered. */
function shownNode(node: Node): Node {
  return Node.isVariableDeclaration(node) || Node.isPropertyDeclaration(node)
    ? (node.getInitializer() ?? node.getNameNode())
    : node;
}

/** Why a definition has no name that can be read. */
function nameProblem({ type, making }: FoundDefinition, shown: Node, checker: ts.TypeChecker) {
  const kind = kindTitle[type.kind];
  if (making) {
    return messages.nameNotLiteral(kind, checker.typeToString(shown.getType().compilerType));
  }
  const text = Node.isCallExpression(shown)
    ? `${shown.getExpression().getText()}(…)`
    : shown.getText();
  return messages.definitionUnreadable(text, kind);
}

/** The parts of a definition that is known by its type alone. */
const nothingWritten: MakingParts = {
  name: undefined,
  handlers: undefined,
  description: undefined,
  options: undefined,
};

function readHandlers(
  found: FoundDefinition,
  parts: MakingParts,
  context: DefinitionContext & Pick<HandlerContext, "report">,
): ReadHandlers | undefined {
  const { reader, declarations } = createTypeReader(context);
  const serde = optionOf(parts, "serde");
  const handlers = listHandlers(found, context)?.flatMap(
    (entry) =>
      readHandler(entry, {
        ...context,
        reader,
        kind: found.type.kind,
        style: found.making?.style,
        defaultSerde: serde ? readSerde(serde, context.sdk) : { kind: "json" },
        handlerOptions: optionOf(parts, "handlers"),
        isPrivate: isTrue(optionOf(parts, "ingressPrivate")),
      }) ?? [],
  );
  return handlers && inlineAnonymous({ handlers, declarations: declarations() });
}

function optionOf({ options }: MakingParts, name: string): Node | undefined {
  return options && findProperty(options, name);
}
