import { ts, type CallExpression, type Expression } from "ts-morph";
import type { Packages } from "./packages.js";
import { resolveAlias } from "./resolve-alias.js";

/** Tells what an expression of the user's means to the Restate SDK. */
export interface Sdk {
  /**
   * The names by which the SDK declares the function that is called: `["handlers", "object", "shared"]`.
   * Follows the type rather than the text, so that renamed imports and `const shared = …` are seen through.
   */
  readonly calledPath: (call: CallExpression) => readonly string[];
  /** Whether a call goes to the SDK whose handlers are generators. */
  readonly isGeneratorCall: (call: CallExpression) => boolean;
  /** The names by which the SDK declares a value, such as `["serde", "binary"]`. */
  readonly valuePath: (expression: Expression) => readonly string[];
  /** The names by which the SDK declares something, such as `["ServiceDefinition"]`. */
  readonly declaredPath: (declaration: ts.Node | undefined) => readonly string[];
}

/** Creates the recogniser. Everything that the SDK does not declare has the empty path. */
export function createSdk(packages: Packages): Sdk {
  const packageOf = (declaration: ts.Node | undefined): string =>
    declaration ? packages(declaration.getSourceFile().fileName).name : "";

  const declaredPath = (declaration: ts.Node | undefined): readonly string[] =>
    declaration && sdkPackages.test(packageOf(declaration)) ? namesAbove(declaration) : [];

  return {
    calledPath: (call) => declaredPath(calledDeclaration(call)),
    isGeneratorCall: (call) => packageOf(calledDeclaration(call)) === "@restatedev/restate-sdk-gen",
    valuePath: (expression) => {
      const [declaration] = resolveAlias(expression.getSymbol())?.getDeclarations() ?? [];
      return declaredPath(declaration?.compilerNode);
    },
    declaredPath,
  };
}

/** The packages that take part in defining; compared by name, since one program may have several copies of each. */
export const sdkPackages = /^@restatedev\/restate-sdk(?:-(?:core|zod|gen|cloudflare-workers))?$/;

/** The signature of the callee's type, not the resolved one: resolving would infer every handler. */
function calledDeclaration(call: CallExpression): ts.Node | undefined {
  return call.getExpression().getType().compilerType.getCallSignatures()[0]?.declaration;
}

function namesAbove(declaration: ts.Node): readonly string[] {
  const names: string[] = [];
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    // A function expression has the name of what it is assigned to, which comes next.
    const name = ts.isArrowFunction(node)
      ? undefined
      : ts.getNameOfDeclaration(node as ts.Declaration);
    if (name && ts.isIdentifier(name)) {
      names.unshift(name.text);
    }
  }
  return names;
}
