import { ts } from "ts-morph";

/** The names of the namespaces, functions and classes around a declaration, from the outside. */
export function scopeOf(declaration: ts.Node): readonly string[] {
  const names: string[] = [];
  for (let node = declaration.parent; !ts.isSourceFile(node); node = node.parent) {
    const name = isScope(node) ? ts.getNameOfDeclaration(node) : undefined;
    if (name && ts.isIdentifier(name)) {
      names.unshift(name.text);
    }
  }
  return names;
}

function isScope(node: ts.Node): node is ts.Declaration {
  const isNamespace =
    ts.isModuleDeclaration(node) && !(node.flags & ts.NodeFlags.GlobalAugmentation);
  return (
    isNamespace || ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isVariableDeclaration(node)
  );
}
