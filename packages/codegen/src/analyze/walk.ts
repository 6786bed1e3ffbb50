import { ts, type Node } from "ts-morph";

/**
 * The nodes below one that are wanted, in the order of the source. Keeps a stack of its own, since the thousands of
 * operands that some generated expressions have nest too deep for recursion.
 */
export function descendants<T extends ts.Node>(
  root: ts.Node,
  isWanted: (node: ts.Node) => node is T,
  isEntered: (node: ts.Node) => boolean = () => true,
): readonly T[] {
  const found: T[] = [];
  const open = childrenOf(root);
  for (let node = open.pop(); node; node = open.pop()) {
    if (isWanted(node)) {
      found.push(node);
    }
    if (isEntered(node)) {
      open.push(...childrenOf(node));
    }
  }
  return found;
}

/** The last child first, as a stack wants them. */
function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children.reverse();
}

/** ts-morph's view of a node somewhere below another one. */
export function wrapped(target: ts.Node, root: Node): Node {
  const way: ts.Node[] = [];
  for (let node = target; node !== root.compilerNode; node = node.parent) {
    way.push(node);
  }
  return way.reduceRight<Node>(
    (node, next) =>
      node.forEachChild((child) => (child.compilerNode === next ? child : undefined)) ?? node,
    root,
  );
}
