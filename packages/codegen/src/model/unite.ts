import type { TypeModel } from "./type-model.js";

/** Several types as one: each once, unions flat, `true` and `false` as `boolean`, and `unknown` alone. */
export function unite(types: readonly TypeModel[]): TypeModel {
  const flat = types.flatMap((type) => (type.kind === "union" ? type.types : [type]));
  const unknown = flat.find(({ kind }) => kind === "unknown");
  const [first = never, ...others] = withBoolean(flat.filter(({ kind }) => kind !== "never"));
  return unknown ?? (others.length > 0 ? { kind: "union", types: [first, ...others] } : first);
}

const never: TypeModel = { kind: "never" };

/** Each type once; both of its values, which the checker tells apart, are `boolean` again. */
function withBoolean(types: readonly TypeModel[]): readonly TypeModel[] {
  const isBoolean = (type: TypeModel) =>
    type.kind === "boolean" || (type.kind === "literal" && typeof type.value === "boolean");
  const kinds = once(types.filter(isBoolean));
  return kinds.length > 1
    ? once(types.map((type) => (isBoolean(type) ? { kind: "boolean" } : type)))
    : once(types);
}

function once(types: readonly TypeModel[]): readonly TypeModel[] {
  return [...new Map(types.map((type) => [JSON.stringify(type), type])).values()];
}
