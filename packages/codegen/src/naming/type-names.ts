import { pascalCase } from "change-case";

import type { TypeDeclaration } from "../model/type-model.js";

/**
 * Chooses the name under which each declaration prints, by its id. A type keeps the user's name unless another one
 * has it too, or `reserved` does; then every type of that name is qualified by its file (`Item` of `orders.ts`
 * becomes `OrdersItem`), so that a third `Item` never renames the first two.
 */
export function typeNames(
  declarations: readonly TypeDeclaration[],
  reserved: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const uses = countNames(declarations);
  const keepsName = ({ name }: TypeDeclaration) => uses.get(name) === 1 && !reserved.has(name);

  const names = new Map<string, string>();
  const taken = new Set(reserved);
  const assign = (id: string, name: string) => {
    names.set(id, name);
    taken.add(name);
  };
  for (const declaration of declarations.filter(keepsName)) {
    assign(declaration.id, declaration.name);
  }
  for (const declaration of declarations.filter((one) => !keepsName(one))) {
    assign(declaration.id, firstFree(qualifiedNames(declaration), taken));
  }
  return names;
}

function countNames(declarations: readonly TypeDeclaration[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { name } of declarations) {
    uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return uses;
}

/** `OrdersItem`, `SalesOrdersItem`, …: more and more of the path, then numbers for one file with two of them. */
function* qualifiedNames({ name, file }: TypeDeclaration): Generator<string> {
  const folders = file.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, "").split("/");
  let qualified = name;
  for (const folder of folders.reverse()) {
    qualified = pascalCase(folder) + qualified;
    yield qualified;
  }
  for (let number = 2; ; number += 1) {
    yield `${qualified}${String(number)}`;
  }
}

function firstFree(candidates: Iterable<string>, taken: ReadonlySet<string>): string {
  for (const candidate of candidates) {
    if (!taken.has(candidate)) {
      return candidate;
    }
  }
  throw new Error("The candidates for a type's name never end.");
}
