import { readDeclarations } from "../model/type-schema.js";
import type { KeptDefinition } from "./keep-definitions.js";
import type { ImportedType } from "./share-types.js";

/** What the module of a kept definition imports from the shared types, which were called like this when it was written. */
export function importedTypes(
  { declarations }: KeptDefinition,
  names: ReadonlyMap<string, string>,
): readonly ImportedType[] {
  return readDeclarations(declarations).flatMap((declaration) => {
    const name = names.get(declaration.id);
    return name === undefined ? [] : [{ declaration, name }];
  });
}
