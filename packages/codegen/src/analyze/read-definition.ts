import { Node, ts, type CallExpression } from "ts-morph";

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnose, messages, type Message } from "../diagnostics/messages.js";
import type { Definition } from "../model/definition.js";
import { kindTitle } from "../model/kind-title.js";
import type { FoundDefinition } from "./find-definitions.js";
import { findProperty } from "./find-value.js";
import { listHandlers } from "./list-handlers.js";
import { readDoc } from "./read-doc.js";
import { described, isTrue, readHandler, type ReadHandler } from "./read-handler.js";
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

/** Reads one definition. Where it has no readable name or handlers there is none, and a diagnostic says why. */
export function readDefinition(
  { kind, call }: FoundDefinition,
  { checker, sdk, root, origin }: DefinitionContext,
): { readonly definition?: Definition; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const [argument = call] = call.getArguments();
  const name = readName(call, argument);
  const report = (message: Message, node: ts.Node) => {
    const range = sourceRange(node, root);
    diagnostics.push(diagnose(message, { range, definition: name }));
  };
  if (name === undefined) {
    const node = findProperty(argument, "name") ?? argument;
    const type = checker.typeToString(node.getType().compilerType);
    report(messages.nameNotLiteral(kindTitle[kind], type), node.compilerNode);
    return { diagnostics };
  }

  const { reader, declarations } = createTypeReader({ checker, origin, report });
  const options = findProperty(argument, "options");
  const serde = options && findProperty(options, "serde");
  const handlersNode = findProperty(argument, "handlers");
  const entries = handlersNode && listHandlers(handlersNode);
  if (!entries) {
    report(messages.handlersUnreadable(name), (handlersNode ?? argument).compilerNode);
    return { diagnostics };
  }
  const handlers = entries.flatMap((entry) => {
    const defaultSerde = serde ? readSerde(serde, sdk) : ({ kind: "json" } as const);
    return readHandler(entry, { reader, sdk, root, defaultSerde, report }) ?? [];
  });
  const symbol = definitionSymbol(call);
  const doc = readDoc(symbol, checker) ?? described(findProperty(argument, "description"));
  const definition = assemble(kind, handlers, {
    name,
    access: options && isTrue(findProperty(options, "ingressPrivate")) ? "private" : "public",
    declarations: declarations(),
    file: relativePath(call.getSourceFile().getFilePath(), root),
    range: sourceRange((findProperty(argument, "name") ?? argument).compilerNode, root),
    ...(doc && { doc }),
  });
  if (!definition) {
    report(messages.workflowWithoutRun(name), handlersNode.compilerNode);
    return { diagnostics };
  }
  return { definition, diagnostics };
}

/** The name as the checker infers it for the definition, or else the type of what is written. */
function readName(call: CallExpression, argument: Node): string | undefined {
  const inferred = call.getType().getAliasTypeArguments()[0];
  const written = findProperty(argument, "name")?.getType();
  for (const type of [inferred?.compilerType, written?.compilerType]) {
    if (type?.isStringLiteral()) {
      return type.value;
    }
  }
  return undefined;
}

/** What carries the doc comment: the variable that is assigned, or the `export default`. */
function definitionSymbol(call: CallExpression): ts.Symbol | undefined {
  const holder = call.getFirstAncestor(
    (node) => Node.isVariableDeclaration(node) || Node.isExportAssignment(node),
  );
  return holder?.getSymbol()?.compilerSymbol;
}

type Common = Omit<Extract<Definition, { readonly kind: "service" }>, "kind" | "handlers">;

function assemble(
  kind: Definition["kind"],
  handlers: readonly ReadHandler[],
  common: Common,
): Definition | undefined {
  switch (kind) {
    case "service":
      return { kind, ...common, handlers: handlers.map(({ handler }) => handler) };
    case "object":
      return {
        kind,
        ...common,
        handlers: handlers.map(({ handler, shared }) => ({
          ...handler,
          concurrency: shared ? "shared" : "exclusive",
        })),
      };
    case "workflow": {
      const run = handlers.find(({ handler }) => handler.name === "run")?.handler;
      const others = handlers.map(({ handler }) => handler).filter((one) => one !== run);
      return run && { kind, ...common, run, handlers: others };
    }
  }
}
