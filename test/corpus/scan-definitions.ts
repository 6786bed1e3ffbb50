import ts from "typescript";

import { countHandlers } from "./count-handlers.js";
import { reachOf, type Reach } from "./reach.js";
import { readSdkNames } from "./sdk-names.js";

/** A definition as the text of one file shows it. Nothing here asks the type checker, nor the generator. */
export interface ScannedDefinition {
  readonly file: string;
  /** Where the call starts and ends. */
  readonly start: number;
  readonly end: number;
  /** The same of the outermost function around the call, or else of the call. */
  readonly scope: { readonly start: number; readonly end: number };
  readonly kind: "service" | "object" | "workflow";
  /** `contract` is one of `iface`, whose implementation is somewhere else. */
  readonly form: "call" | "contract";
  /** The Restate name, where it is written as a literal. */
  readonly name: string | undefined;
  /** Handlers that can be seen; `undefined` where they are not written in this file. */
  readonly handlers: readonly string[] | undefined;
  readonly reach: Reach;
}

/** Lists the definitions that a file makes with the SDK, in order. */
export function scanDefinitions(file: ts.SourceFile): readonly ScannedDefinition[] {
  const sdk = readSdkNames(file);
  const found: ScannedDefinition[] = [];
  const visit = (node: ts.Node): void => {
    const path = ts.isCallExpression(node) ? sdk?.(node.expression) : undefined;
    const made = path && definitionAt(path);
    if (made && ts.isCallExpression(node)) {
      found.push({ ...made, ...describe(node, made.form, file), reach: reachOf(node, sdk) });
    }
    ts.forEachChild(node, visit);
  };
  if (sdk) {
    visit(file);
  }
  return found;
}

function definitionAt(
  path: readonly string[],
): Pick<ScannedDefinition, "kind" | "form"> | undefined {
  const [last, holder, ...rest] = [...path].reverse();
  if (last !== "service" && last !== "object" && last !== "workflow") {
    return undefined;
  }
  if (holder === "iface" && rest.length === 0) {
    return { kind: last, form: "contract" };
  }
  return holder === undefined || holder === "default" ? { kind: last, form: "call" } : undefined;
}

function describe(call: ts.CallExpression, form: ScannedDefinition["form"], file: ts.SourceFile) {
  const [first, second] = call.arguments;
  const literal = first && ts.isObjectLiteralExpression(first) ? first : undefined;
  const nameNode = form === "contract" ? first : literal && propertyNamed(literal, "name");
  const handlersNode = form === "contract" ? second : literal && propertyNamed(literal, "handlers");
  return {
    file: file.fileName,
    start: call.getStart(file),
    end: call.getEnd(),
    scope: scopeOf(call, file),
    name: nameNode && ts.isStringLiteralLike(nameNode) ? nameNode.text : undefined,
    handlers: handlersNode && countHandlers(handlersNode, file),
  };
}

function scopeOf(call: ts.CallExpression, file: ts.SourceFile): ScannedDefinition["scope"] {
  let outermost: ts.Node = call;
  for (let node: ts.Node = call; !ts.isSourceFile(node); node = node.parent) {
    outermost = ts.isFunctionLike(node) ? node : outermost;
  }
  return { start: outermost.getStart(file), end: outermost.getEnd() };
}

function propertyNamed(
  object: ts.ObjectLiteralExpression,
  name: string,
): ts.Expression | undefined {
  for (const property of object.properties) {
    if (property.name && ts.isIdentifier(property.name) && property.name.text === name) {
      return ts.isPropertyAssignment(property)
        ? property.initializer
        : ts.isShorthandPropertyAssignment(property)
          ? property.name
          : undefined;
    }
  }
  return undefined;
}
