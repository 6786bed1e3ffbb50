import { ts } from "ts-morph";

/** The type that a function's author wrote for the result: `Greeting` in `(…): Promise<Greeting>`. */
export function writtenResult(node: ts.Node): ts.TypeNode | undefined {
  if (!ts.isFunctionLike(node) || !node.type) {
    return undefined;
  }
  const { type } = node;
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) {
    return type;
  }
  const name = type.typeName.text;
  // `Generator<unknown, Greeting>` has the result second.
  const index = name === "Generator" ? 1 : /(?:Promise|Operation)$/.test(name) ? 0 : undefined;
  return index === undefined ? type : type.typeArguments?.[index];
}
