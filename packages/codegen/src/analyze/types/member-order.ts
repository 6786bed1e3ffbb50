import type { ts } from "ts-morph";

import type { Place } from "../type-reader.js";
import { isMapped, mappedFrom } from "./mapped.js";
import { writtenOrder } from "./written-order.js";

/** The members of a type in the user's order, which the checker forgets where it maps over keys (`Record`, `Omit`). */
export function membersInOrder(
  type: ts.Type,
  hint: Place["hint"],
  checker: ts.TypeChecker,
): readonly ts.Symbol[] {
  const members = checker.getPropertiesOfType(type);
  if (!type.isIntersection() && !isMapped(type)) {
    return members;
  }
  const positions = positionsOf(members);
  if (positions) {
    return [...members].sort((a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0));
  }
  const ranks = new Map<string, number>();
  for (const name of namesInOrder(type, hint, checker)) {
    ranks.set(name, ranks.get(name) ?? ranks.size);
  }
  const rankOf = (member: ts.Symbol) => ranks.get(originOf(member).name) ?? ranks.size;
  return [...members].sort((a, b) => rankOf(a) - rankOf(b));
}

function namesInOrder(
  type: ts.Type,
  hint: Place["hint"],
  checker: ts.TypeChecker,
): readonly string[] {
  if (type.isIntersection()) {
    return type.types.flatMap((one) => membersInOrder(one, hint, checker).map(({ name }) => name));
  }
  const mapped = mappedFrom(type, checker);
  const source = mapped ? membersInOrder(mapped, hint, checker) : [];
  // The keys that are mapped over, which the checker keeps to itself.
  const { constraintType } = type as { readonly constraintType?: ts.Type };
  const keys = writtenOrder(constraintType ?? type, hint, checker);
  return [
    ...source.map(({ name }) => name),
    ...keys.flatMap(({ type: key }) =>
      key.isStringLiteral() || key.isNumberLiteral() ? String(key.value) : [],
    ),
  ];
}

/** Where members are declared, if that is one type which was only picked from or mapped over. */
function positionsOf(members: readonly ts.Symbol[]): ReadonlyMap<ts.Symbol, number> | undefined {
  const declarations = members.map((member) => originOf(member).declarations?.[0]);
  const [first] = declarations;
  return first && declarations.every((one) => one?.parent === first.parent)
    ? new Map(members.map((member, index) => [member, declarations[index]?.pos ?? 0]))
    : undefined;
}

/** The member that mapped types have made another of. */
function originOf(member: ts.Symbol): ts.Symbol {
  const { links } = member as { readonly links?: { readonly syntheticOrigin?: ts.Symbol } };
  return links?.syntheticOrigin ? originOf(links.syntheticOrigin) : member;
}
