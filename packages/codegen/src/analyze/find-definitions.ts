import { Node, ts, type CallExpression, type Project } from "ts-morph";

import type { Definition } from "../model/definition.js";
import { collectOffers, type Offers } from "./collect-offers.js";
import { unwrap, type Sdk } from "./sdk.js";

/** A call of `restate.service`, `restate.object` or `restate.workflow` whose result callers can reach. */
export interface FoundDefinition {
  readonly kind: Definition["kind"];
  readonly call: CallExpression;
}

/** What the project exports, binds or serves. */
export interface FoundDefinitions {
  readonly definitions: readonly FoundDefinition[];
  /** Expressions that are definitions by their type, but are made where no call can be seen. */
  readonly unreadable: readonly {
    readonly kind: Definition["kind"];
    readonly node: CallExpression;
  }[];
}

/** Finds each definition once, however often it is re-exported, in the order of files and positions. */
export function findDefinitions(project: Project, sdk: Sdk): FoundDefinitions {
  const files = project
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile() && !file.isInNodeModules())
    .sort((a, b) => (a.getFilePath() < b.getFilePath() ? -1 : 1));
  const offers = collectOffers(files, sdk);
  const definitions = files.flatMap((file) =>
    file.getDescendantsOfKind(ts.SyntaxKind.CallExpression).flatMap((call) => {
      const kind = definitionKind(call, sdk);
      return kind && isOffered(call, offers) ? [{ kind, call }] : [];
    }),
  );
  const found = new Set<Node>(definitions.map(({ call }) => call));
  const unreadable = [...offers.values].filter(Node.isCallExpression).flatMap((node) => {
    const isReadable = found.has(node) || definitionKind(node, sdk) !== undefined;
    const kind = isReadable ? undefined : kindOfType(node, sdk);
    return kind ? [{ kind, node }] : [];
  });
  return { definitions, unreadable };
}

const kinds: Readonly<Record<string, Definition["kind"]>> = {
  service: "service",
  object: "object",
  workflow: "workflow",
};

function definitionKind(call: CallExpression, sdk: Sdk): Definition["kind"] | undefined {
  const callee = call.getExpression();
  // A method of another name cannot be one of ours, and asking for its type may cost the inference of a whole chain.
  if (Node.isPropertyAccessExpression(callee) && !(callee.getName() in kinds)) {
    return undefined;
  }
  const path = sdk.calledPath(call);
  return path.length === 1 ? kinds[path[0] ?? ""] : undefined;
}

const definitionTypes: Readonly<Record<string, Definition["kind"]>> = {
  ServiceDefinition: "service",
  VirtualObjectDefinition: "object",
  WorkflowDefinition: "workflow",
};

function kindOfType(node: Node, sdk: Sdk): Definition["kind"] | undefined {
  // `implement` gives an intersection, and `names.map(create)` a list.
  const type = node.getType();
  const one = type.getArrayElementType() ?? type;
  return [one, ...one.getIntersectionTypes()]
    .map(({ compilerType }) => definitionTypes[sdk.typePath(compilerType).at(-1) ?? ""])
    .find((kind) => kind !== undefined);
}

function isOffered(call: CallExpression, { symbols, values }: Offers): boolean {
  let node: Node = call;
  for (
    let parent = node.getParent();
    parent && unwrap(parent) === call;
    parent = parent.getParent()
  ) {
    node = parent;
  }
  if (values.has(call)) {
    return true;
  }
  const parent = node.getParent();
  const symbol = Node.isVariableDeclaration(parent) ? parent.getSymbol() : undefined;
  return symbol !== undefined && symbols.has(symbol);
}
