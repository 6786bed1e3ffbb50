import { pascalCase } from "change-case";

import type { TypeDeclaration } from "../model/type-model.js";
import { identifier } from "./identifier.js";

/**
 * Chooses the name under which each declaration prints, by its id. A type keeps the user's name unless another one
 * has it too, or `reserved` does; then every type of that name is qualified by its file (`Item` of `orders.ts`
 * becomes `OrdersItem`), so that a third `Item` never renames the first two. Made-up names yield to all others.
 */
export function typeNames(
  declarations: readonly TypeDeclaration[],
  reserved: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const named = declarations.filter((one) => !one.anonymous);
  const anonymous = declarations.filter((one) => one.anonymous);
  const names = assignNames(named, reserved);
  return new Map([...names, ...assignNames(anonymous, new Set([...reserved, ...names.values()]))]);
}

function assignNames(
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
    assign(declaration.id, identifier(declaration.name));
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

/** `SalesOrdersItem`, then with numbers. The whole path counts, so that no other file changes the name. */
function* qualifiedNames({ name, file, scope = [] }: TypeDeclaration): Generator<string> {
  const path = file.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, "").split("/");
  const told = [...path, ...scope].filter(
    (part) => !/^(?:src|index|node_modules)$/.test(part) && pascalCase(part) !== pascalCase(name),
  );
  const qualifier = pascalCase((told.length > 0 ? told : path).join("-"));
  const qualified = identifier(qualifier + name.charAt(0).toUpperCase() + name.slice(1));
  yield qualified;
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
