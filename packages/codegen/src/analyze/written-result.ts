import { ts } from "ts-morph";

/** The type that a function's author wrote for the result: `Greeting` in `(…): Promise<Greeting>`. */
export function writtenResult(node: ts.Node): ts.TypeNode | undefined {
  if (!ts.isFunctionLike(node) || !node.type) {
    return undefined;
  }
  const { type } = node;
  const isPromise =
    ts.isTypeReferenceNode(type) &&
    ts.isIdentifier(type.typeName) &&
    type.typeName.text.endsWith("Promise");
  return isPromise ? type.typeArguments?.[0] : type;
}
