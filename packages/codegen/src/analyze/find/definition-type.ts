import { Node, type Symbol, type Type, type TypeNode } from "ts-morph";

import type { Definition } from "../../model/definition.js";
import { resolveAlias } from "../resolve-alias.js";
import type { Sdk } from "../sdk.js";

/** What a type says of a definition. */
export interface DefinitionType {
  readonly kind: Definition["kind"];
  /** The type of its name; a literal wherever the definition was made with one. */
  readonly name: Type;
  /** An object type: functions by name, or the descriptors of a contract. */
  readonly handlers: Type;
}

/**
 * Reads `ServiceDefinition<P, M>` and its siblings, of which a list or a union holds several. The compiler knows `P` and
 * `M` as arguments of the alias alone, so what lost the alias is no definition any more.
 */
export function definitionTypes(type: Type, sdk: Sdk): readonly DefinitionType[] {
  const own = readAlias(type, sdk);
  if (own) {
    return [own];
  }
  if (type.isUnion()) {
    return type.getUnionTypes().flatMap((one) => definitionTypes(one, sdk));
  }
  if (type.isIntersection()) {
    // What `implement` gives is a definition and a contract, of which the contract says more.
    const parts = type.getIntersectionTypes().flatMap((one) => definitionTypes(one, sdk));
    return parts.slice(-1);
  }
  return containedTypes(type).flatMap((one) => definitionTypes(one, sdk));
}

/** What the SDK calls the type of each kind: of a definition, of a contract, and of one that implements the other. */
const kinds: ReadonlyMap<string, Definition["kind"]> = new Map([
  ["ServiceDefinition", "service"],
  ["ServiceDescriptor", "service"],
  ["ImplementedServiceDefinition", "service"],
  ["VirtualObjectDefinition", "object"],
  ["ObjectDescriptor", "object"],
  ["ImplementedObjectDefinition", "object"],
  ["WorkflowDefinition", "workflow"],
  ["WorkflowDescriptor", "workflow"],
  ["ImplementedWorkflowDefinition", "workflow"],
]);

function readAlias(type: Type, sdk: Sdk): DefinitionType | undefined {
  let alias: Alias | undefined = type.getAliasSymbol() && {
    symbol: type.getAliasSymbol(),
    args: type.getAliasTypeArguments(),
  };
  while (alias) {
    const [declaration] = alias.symbol?.getDeclarations() ?? [];
    const kind = kinds.get(sdk.declaredPath(declaration?.compilerNode).at(-1) ?? "");
    const [name, handlers] = alias.args;
    if (kind && name && handlers) {
      return { kind, name, handlers };
    }
    alias = aliasedBy(alias);
  }
  return undefined;
}

/** A name for a type, and what it was given for its parameters. */
interface Alias {
  readonly symbol: Symbol | undefined;
  readonly args: readonly Type[];
}

/** What `type Orders = ServiceDefinition<"Orders", Api>` is another name of, since the compiler forgets that one. */
function aliasedBy({ symbol, args }: Alias): Alias | undefined {
  const declaration = symbol?.getDeclarations().find(Node.isTypeAliasDeclaration);
  const written = declaration?.getTypeNode();
  if (!Node.isTypeReference(written)) {
    return undefined;
  }
  const parameters = declaration?.getTypeParameters().map((one) => one.getType()) ?? [];
  const argument = (node: TypeNode): Type => {
    const type = node.getType();
    return args[parameters.indexOf(type)] ?? type;
  };
  return {
    symbol: resolveAlias(written.getTypeName().getSymbol()),
    args: written.getTypeArguments().map(argument),
  };
}

/** The elements of a list, what a promise resolves with, and what `Object.freeze` made `Readonly<…>`. */
function containedTypes(type: Type): readonly Type[] {
  if (
    type.isArray() ||
    type.isReadonlyArray() ||
    type.getTargetType()?.getSymbol()?.getName() === "Promise"
  ) {
    return type.getTypeArguments();
  }
  if (type.isTuple()) {
    return type.getTupleElements();
  }
  return type.getAliasSymbol()?.getName() === "Readonly" ? type.getAliasTypeArguments() : [];
}
