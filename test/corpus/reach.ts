import ts from "typescript";

import { withoutSyntax } from "./count-handlers.js";
import type { SdkNames } from "./sdk-names.js";

/**
 * How callers get at a definition, as the file's text shows it. `unreached`: at the top of a module, and nobody
 * exports, binds or serves it. `function`: made when a function runs. `passed`: given to something else.
 */
export type Reach = "exported" | "served" | "passed" | "function" | "unreached";

/** Follows a definition's call to where its value goes. */
export function reachOf(call: ts.CallExpression, sdk: SdkNames | undefined): Reach {
  if (ts.findAncestor(call, ts.isFunctionLike)) {
    return "function";
  }
  return strongest(destinations(call, new Set(), sdk));
}

const byStrength: readonly Reach[] = ["exported", "served", "passed", "function", "unreached"];

function strongest(found: readonly Reach[]): Reach {
  return byStrength.find((one) => found.includes(one)) ?? "unreached";
}

/** Where an expression's value ends up: through syntax, lists and objects, to a variable, an export or a call. */
function destinations(
  value: ts.Node,
  seen: Set<string>,
  sdk: SdkNames | undefined,
): readonly Reach[] {
  const { parent } = value;
  if (ts.isExportAssignment(parent)) {
    return ["exported"];
  }
  if (ts.isVariableDeclaration(parent)) {
    return ts.isIdentifier(parent.name)
      ? variableReach(parent, parent.name.text, seen, sdk)
      : ["passed"];
  }
  if (ts.isCallExpression(parent) && parent.arguments.some((one) => one === value)) {
    return [callReach(parent)];
  }
  if (ts.isPropertyAccessExpression(parent)) {
    // `restate.service({ … }).name`, or a chain such as `endpoint().bind(…).listen()`.
    return ["unreached"];
  }
  if (ts.isPropertyAssignment(parent) && parent.name.getText() === "services") {
    return ["served"];
  }
  if (ts.isExpressionStatement(parent)) {
    return ["unreached"];
  }
  const isContainer =
    ts.isArrayLiteralExpression(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isConditionalExpression(parent) ||
    (ts.isExpression(parent) && withoutSyntax(parent) !== parent);
  return isContainer ? destinations(parent, seen, sdk) : ["passed"];
}

function variableReach(
  declaration: ts.VariableDeclaration,
  name: string,
  seen: Set<string>,
  sdk: SdkNames | undefined,
): readonly Reach[] {
  const statement = declaration.parent.parent;
  if (ts.isVariableStatement(statement) && isExported(statement)) {
    return ["exported"];
  }
  if (seen.has(name)) {
    return [];
  }
  seen.add(name);
  const found: Reach[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name && node !== declaration.name) {
      found.push(...mentionReach(node, seen, sdk));
    }
    ts.forEachChild(node, visit);
  };
  visit(declaration.getSourceFile());
  return found;
}

/** What one mention of a definition's variable does with it. */
function mentionReach(
  mention: ts.Identifier,
  seen: Set<string>,
  sdk: SdkNames | undefined,
): readonly Reach[] {
  const { parent } = mention;
  if (ts.isExportSpecifier(parent)) {
    return ["exported"];
  }
  if (ts.isTypeQueryNode(parent)) {
    const holder = ts.findAncestor(parent, ts.isStatement);
    return holder && isExported(holder) ? ["exported"] : [];
  }
  const isName =
    (ts.isPropertyAccessExpression(parent) && parent.name === mention) ||
    (ts.isPropertyAssignment(parent) && parent.name === mention) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent);
  return isName ? [] : destinations(mention, seen, sdk);
}

function callReach(call: ts.CallExpression): Reach {
  const { expression } = call;
  const name = ts.isPropertyAccessExpression(expression)
    ? expression.name.text
    : expression.getText();
  if (name === "bind" || name === "serve" || name === "createEndpointHandler") {
    return "served";
  }
  // A client for a definition calls it, and offers it to nobody.
  return /client$/i.test(name) ? "unreached" : "passed";
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}
