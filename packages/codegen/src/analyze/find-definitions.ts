import { Node, ts, type CallExpression, type Project } from "ts-morph";

import type { Definition } from "../model/definition.js";
import { collectOffers } from "./collect-offers.js";
import type { Sdk } from "./sdk.js";

/** A call of `restate.service`, `restate.object` or `restate.workflow` whose result callers can reach. */
export interface FoundDefinition {
  readonly kind: Definition["kind"];
  readonly call: CallExpression;
}

/** What the project exports, binds or serves. */
export interface FoundDefinitions {
  readonly definitions: readonly FoundDefinition[];
  readonly unreadable: readonly UnreadableDefinition[];
}

/** An expression that is a definition by its type, but is made where no call can be seen. */
export interface UnreadableDefinition {
  readonly kind: Definition["kind"];
  readonly node: CallExpression;
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
      return kind && offers.has(call) ? [{ kind, call }] : [];
    }),
  );
  const found = new Set<Node>(definitions.map(({ call }) => call));
  const unreadable = [...offers].filter(Node.isCallExpression).flatMap((node) => {
    const isReadable = found.has(node) || definitionKind(node, sdk) !== undefined;
    const kind = isReadable ? undefined : kindOfType(node, sdk);
    return kind ? [{ kind, node }] : [];
  });
  return { definitions, unreadable };
}

const kinds: readonly Definition["kind"][] = ["service", "object", "workflow"];

function definitionKind(call: CallExpression, sdk: Sdk): Definition["kind"] | undefined {
  const callee = call.getExpression();
  // A method of another name cannot be one of ours, and asking for its type may cost the inference of a whole chain.
  const named = Node.isPropertyAccessExpression(callee) ? callee.getName() : undefined;
  if (named !== undefined && !kinds.some((kind) => kind === named)) {
    return undefined;
  }
  const path = sdk.calledPath(call).join(".");
  return kinds.find((kind) => kind === path);
}

/** What the SDK calls the type of each kind. */
const definitionTypes = {
  service: "ServiceDefinition",
  object: "VirtualObjectDefinition",
  workflow: "WorkflowDefinition",
} as const satisfies Record<Definition["kind"], string>;

function kindOfType(node: Node, sdk: Sdk): Definition["kind"] | undefined {
  // `implement` gives an intersection, and `names.map(create)` a list.
  const type = node.getType();
  const one = type.getArrayElementType() ?? type;
  const names = [one, ...one.getIntersectionTypes()].map(({ compilerType }) =>
    sdk.typePath(compilerType).at(-1),
  );
  return kinds.find((kind) => names.includes(definitionTypes[kind]));
}
