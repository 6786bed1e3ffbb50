import {
  Node,
  ts,
  type CallExpression,
  type Project,
  type SourceFile,
  type Symbol,
} from "ts-morph";

import type { Definition } from "../model/definition.js";
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
  readonly unreadable: readonly { readonly kind: Definition["kind"]; readonly node: Node }[];
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
  const unreadable = [...offers.values].flatMap((node) => {
    const kind =
      Node.isCallExpression(node) && !found.has(node) ? kindOfType(node, sdk) : undefined;
    return kind && !definitionKind(node as CallExpression, sdk) ? [{ kind, node }] : [];
  });
  return { definitions, unreadable };
}

/** What is exported, bound or served: variables by their symbols, values by their expressions. */
interface Offers {
  readonly symbols: Set<Symbol>;
  readonly values: Set<Node>;
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
  return definitionTypes[sdk.typePath(node.getType().compilerType).at(-1) ?? ""];
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

function collectOffers(files: readonly SourceFile[], sdk: Sdk): Offers {
  const offers: Offers = { symbols: new Set(), values: new Set() };
  for (const file of files) {
    for (const symbol of file.getExportSymbols()) {
      offerSymbol(symbol.isAlias() ? symbol.getAliasedSymbol() : symbol, offers);
    }
    for (const call of file.getDescendantsOfKind(ts.SyntaxKind.CallExpression)) {
      for (const served of servedValues(call, sdk)) {
        offer(served, offers);
      }
    }
  }
  return offers;
}

/** What a call of `bind`, `serve` or `createEndpointHandler` makes reachable. */
function servedValues(call: CallExpression, sdk: Sdk): readonly Node[] {
  const callee = call.getExpression();
  const name = Node.isPropertyAccessExpression(callee) ? callee.getName() : callee.getText();
  if (
    !/^(?:bind|serve|createEndpointHandler)$/.test(name) ||
    !sdk.calledPath(call).includes(name)
  ) {
    return [];
  }
  const [argument] = call.getArguments();
  if (name === "bind" || !Node.isObjectLiteralExpression(argument)) {
    return argument ? [argument] : [];
  }
  const services = argument.getProperty("services");
  if (Node.isShorthandPropertyAssignment(services)) {
    return [services.getNameNode()];
  }
  const initializer = Node.isPropertyAssignment(services) ? services.getInitializer() : undefined;
  return initializer ? [initializer] : [];
}

function offerSymbol(symbol: Symbol | undefined, offers: Offers): void {
  if (!symbol || offers.symbols.has(symbol)) {
    return;
  }
  offers.symbols.add(symbol);
  for (const declaration of symbol.getDeclarations()) {
    if (Node.isVariableDeclaration(declaration) || Node.isPropertyAssignment(declaration)) {
      offer(declaration.getInitializer(), offers);
    } else if (Node.isExportAssignment(declaration)) {
      offer(declaration.getExpression(), offers);
    } else if (Node.isTypeAliasDeclaration(declaration)) {
      // `export type Greeter = typeof greeter` offers the value as well.
      const type = declaration.getTypeNode();
      offer(Node.isTypeQuery(type) ? type.getExprName() : undefined, offers);
    }
  }
}

function offer(node: Node | undefined, offers: Offers): void {
  const value = node && unwrap(node);
  if (!value || offers.values.has(value)) {
    return;
  }
  offers.values.add(value);
  if (Node.isArrayLiteralExpression(value)) {
    value.getElements().forEach((element) => {
      offer(Node.isSpreadElement(element) ? element.getExpression() : element, offers);
    });
  } else if (Node.isObjectLiteralExpression(value)) {
    value.getProperties().forEach((property) => {
      offerSymbol(
        Node.isShorthandPropertyAssignment(property)
          ? property.getValueSymbol()
          : property.getSymbol(),
        offers,
      );
    });
  } else if (Node.isConditionalExpression(value)) {
    offer(value.getWhenTrue(), offers);
    offer(value.getWhenFalse(), offers);
  } else if (Node.isIdentifier(value) || Node.isPropertyAccessExpression(value)) {
    const symbol = value.getSymbol();
    offerSymbol(symbol?.isAlias() ? symbol.getAliasedSymbol() : symbol, offers);
  }
}
