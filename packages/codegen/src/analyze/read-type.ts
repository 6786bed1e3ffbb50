import type { ts } from "ts-morph";

import type { Message } from "../diagnostics/diagnose.js";
import type { TypeDeclaration } from "../model/type-model.js";
import { createDeclarations } from "./declarations.js";
import type { Origin, Place, Reading, TypeReader, TypeRule } from "./type-reader.js";
import { readArray } from "./types/array.js";
import { readBrand } from "./types/brand.js";
import { readBuiltin } from "./types/builtin.js";
import { readComputedEnum } from "./types/enum.js";
import { readFunction } from "./types/function.js";
import { readIntrinsic } from "./types/intrinsic.js";
import { readLiteral } from "./types/literal.js";
import { readNamed } from "./types/named.js";
import { readObject } from "./types/object.js";
import { readTemplate } from "./types/template.js";
import { readToJson } from "./types/to-json.js";
import { readTuple } from "./types/tuple.js";
import { readTypeParameter } from "./types/type-parameter.js";
import { readUnion } from "./types/union.js";

/** Kinds that never print under a name of their own, whatever they are called. */
const nameless: readonly TypeRule[] = [
  readIntrinsic,
  readLiteral,
  readTemplate,
  readTypeParameter,
  readBrand,
  readBuiltin,
  readToJson,
  readFunction,
];

/** What a name can stand for. */
const structures: readonly TypeRule[] = [
  readComputedEnum,
  readUnion,
  readTuple,
  readArray,
  readObject,
];

/** What a reader needs of the world around it. */
export interface TypeReaderOptions {
  readonly checker: ts.TypeChecker;
  readonly origin: (declaration: ts.Node) => Origin;
  readonly report: (message: Message, node: ts.Node) => void;
}

/** Creates the reader of one definition's types, and the list of declarations that it fills. */
export function createTypeReader({ checker, origin, report }: TypeReaderOptions): {
  readonly reader: TypeReader;
  /** What was declared so far, sorted by id. */
  readonly declarations: () => readonly TypeDeclaration[];
} {
  const { declare, refer, declarations } = createDeclarations();
  const reader: TypeReader = {
    checker,
    origin,
    declare,
    refer,
    open: new Map(),
    read: (type, place) =>
      firstReading([...nameless, readNamed, ...structures], type, narrowed(place, origin), reader),
    readBody: (type, place) => firstReading(structures, type, place, reader),
    report: (message, { path, handler, node, silent }) => {
      if (!silent) {
        report(message(`\`${path}\` of the handler "${handler}"`), node);
      }
    },
  };
  return { reader, declarations };
}

/** Where the user wrote the type itself, a diagnostic points at nothing more. */
function narrowed(place: Place, origin: TypeReader["origin"]): Place {
  const { hint } = place;
  return hint && origin(hint).owner === "project" ? { ...place, node: hint } : place;
}

function firstReading(
  rules: readonly TypeRule[],
  type: ts.Type,
  place: Place,
  reader: TypeReader,
): Reading {
  for (const rule of rules) {
    const reading = rule(type, place, reader);
    if (reading) {
      return reading;
    }
  }
  throw new Error(`No rule reads the type ${reader.checker.typeToString(type)}.`);
}
