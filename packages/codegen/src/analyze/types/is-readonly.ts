import { ts } from "ts-morph";

/** As the checker decides it: by its own mark on what a mapped type made, else by the declaration. */
export function isReadonly(member: ts.Symbol): boolean {
  const { links } = member as { readonly links?: { readonly checkFlags?: number } };
  const isMarked = ((links?.checkFlags ?? 0) & READONLY) !== 0;
  const declaration = member.valueDeclaration;
  const isDeclared =
    declaration !== undefined &&
    (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !== 0;
  return isMarked || isDeclared;
}

/** `CheckFlags.Readonly`, which the compiler does not export. */
const READONLY = 8;
