import { Node, ts, type CallExpression, type Project, type SourceFile } from "ts-morph";

import { collectOffers, serves, type Offer } from "./collect-offers.js";
import { definitionTypes, type DefinitionType } from "./definition-type.js";
import { findMaking, type FoundMaking } from "./find-making.js";
import { judgeUnoffered, type Unoffered } from "./judge-unoffered.js";
import { keepOnce } from "./keep-once.js";
import { createMakingIndex, type MakingIndex } from "./making-index.js";
import { makes, makingOf } from "./making.js";
import type { Sdk } from "../sdk.js";
import { descendants, wrapped } from "../walk.js";

/**
 * A definition that callers can reach. The checker and the source know different parts of it: its type has the
 * handlers that callers may see; the call that makes it has the name, the wrappers, the options and the serdes.
 */
export interface FoundDefinition extends Partial<FoundMaking> {
  readonly type: DefinitionType;
  /** Where it is exported, bound or served. */
  readonly node: Node;
  /** Whether this is only the type of something that may be made elsewhere: `{ name: "Orders" } as typeof orders`. */
  readonly isMention: boolean;
}

/** What the project exports, binds or serves, and what it makes beside that. */
export interface FoundDefinitions {
  readonly definitions: readonly FoundDefinition[];
  readonly unoffered: readonly Unoffered[];
}

/** Finds each definition once, however often it is re-exported or mentioned, in the order of files and positions. */
export function findDefinitions(project: Project, sdk: Sdk): FoundDefinitions {
  const files = project
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile() && !file.isInNodeModules())
    .sort((a, b) => (a.getFilePath() < b.getFilePath() ? -1 : 1));
  const calls = files.flatMap(sdkCalls);
  const makings = calls.flatMap((call) => makingOf(call, sdk) ?? []);
  const index = createMakingIndex(makings);
  const offered = collectOffers(files, calls, sdk).flatMap((offer) => recognise(offer, index, sdk));
  const { used, unoffered } = judgeUnoffered(makings, offered, sdk);
  return { definitions: keepOnce([...offered, ...used]), unoffered };
}

/** The calls that may make or serve something, by the name of what they call; a plain name may have been renamed. */
function sdkCalls(file: SourceFile): readonly CallExpression[] {
  const isWorthIt = /\b(?:service|object|workflow|implement|bind|serve|createEndpointHandler)\b/;
  if (!isWorthIt.test(file.getFullText())) {
    return [];
  }
  return descendants(file.compilerNode, isWorthAsking)
    .map((call) => wrapped(call, file))
    .filter(Node.isCallExpression);
}

function isWorthAsking(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node)) {
    return false;
  }
  const { expression } = node;
  return ts.isPropertyAccessExpression(expression)
    ? makes(expression.name.text) || serves(expression.name.text)
    : ts.isIdentifier(expression);
}

/** What an offer is; a list is several definitions, and most things are none. */
function recognise(
  { node, value }: Offer,
  index: MakingIndex,
  sdk: Sdk,
): readonly FoundDefinition[] {
  const types = definitionTypes(node.getType(), sdk);
  const made = value && findMaking(value, sdk);
  if (made) {
    const own = definitionTypes(made.making.call.getType(), sdk);
    const [type] = [...types, ...own];
    return type ? [{ ...made, type, node, isMention: false }] : [];
  }
  // A type without a name is that of many: of what is passed for a parameter, or of what a library gives.
  return types
    .filter((type) => value !== undefined || type.name.isStringLiteral())
    .map((type) => {
      const making = index(type);
      return { type, node, isMention: true, ...(making && { making, calls: [] }) };
    });
}
