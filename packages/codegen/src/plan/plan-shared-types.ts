import { printDeclaration } from "./print-type.js";
import { printHeader } from "./print-header.js";
import type { SharedTypes } from "./share-types.js";
import type { SharedTypesView } from "./views.js";

/** Plans the module of the types that several clients have. */
export function planSharedTypes(
  { declarations, names, written }: SharedTypes,
  header: string | undefined,
): SharedTypesView {
  return {
    header: printHeader({ header }),
    types: declarations.map((one) =>
      printDeclaration(one, { names, written: written.has(one.id) }),
    ),
  };
}
