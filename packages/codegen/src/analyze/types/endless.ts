import type { ts } from "ts-morph";

import { messages } from "../../diagnostics/messages.js";
import type { Place, Reading, TypeReader } from "../type-reader.js";
import { typeSymbol } from "../type-symbol.js";
import { typeArguments } from "./declared-name.js";
import { anything } from "./intrinsic.js";

/** Reads a type, unless that would never end. */
export type EndlessGuard = (
  type: ts.Type,
  place: Place,
  reader: TypeReader,
  read: (place: Place) => Reading,
) => Reading;

/**
 * Looks out for generic types that contain themselves in ever new forms, `interface Nest<T> { inner: Nest<T[]> }`.
 * Nobody could write one down, since each of its forms is another type; it is `unknown` as a whole.
 */
export function createEndlessGuard(): EndlessGuard {
  const endless = new Set<ts.Symbol>();
  return (type, place, reader, read) => {
    const symbol = symbolOf(type);
    if (!symbol || reader.checker.isArrayType(type)) {
      return read(place);
    }
    const around = (place.within ?? []).filter((one) => symbolOf(one) === symbol);
    if (!endless.has(symbol) && grows([...around, type], reader)) {
      endless.add(symbol);
    }
    const within = [...(place.within ?? []), type];
    const reading = endless.has(symbol) ? anything : read({ ...place, within });
    if (!endless.has(symbol)) {
      return reading;
    }
    if (around.length === 0) {
      reader.report((path) => messages.endlessType(path, symbol.name), place);
    }
    return anything;
  };
}

/** More forms than anybody nests on purpose, or several of which each has larger arguments than the one around it. */
function grows(forms: readonly ts.Type[], reader: TypeReader): boolean {
  const depths = forms.slice(-mostGrowth).map((form) => depthOf(form, reader));
  return (
    forms.length > mostForms ||
    (depths.length === mostGrowth &&
      depths.every((depth, index) => index === 0 || depth > (depths[index - 1] ?? depth)))
  );
}

const mostForms = 12;
const mostGrowth = 4;

/** How deep the type arguments of a type are nested. */
function depthOf(type: ts.Type, reader: TypeReader, left = mostForms): number {
  const given = [...(type.aliasTypeArguments ?? []), ...typeArguments(type, reader)];
  return left === 0 ? 0 : 1 + Math.max(0, ...given.map((one) => depthOf(one, reader, left - 1)));
}

function symbolOf(type: ts.Type): ts.Symbol | undefined {
  return type.aliasSymbol ?? typeSymbol(type);
}
