import type { ts } from "ts-morph";

import type { Message } from "../diagnostics/diagnose.js";
import type { Disk } from "../disk/disk.js";
import { createDeclarations } from "./declarations.js";
import { narrow } from "./place.js";
import type { Origin, Place, Reading, ReaderOfTypes, TypeReader, TypeRule } from "./type-reader.js";
import { readArray } from "./types/array.js";
import { noteBaseClass } from "./types/base-class.js";
import { readBrand } from "./types/brand.js";
import { readDate } from "./types/date.js";
import { createEndlessGuard } from "./types/endless.js";
import { readComputedEnum } from "./types/enum.js";
import { readFunction } from "./types/function.js";
import { readIntrinsic } from "./types/intrinsic.js";
import { readLibrary } from "./types/library.js";
import { readLiteral } from "./types/literal.js";
import { readMapped } from "./types/mapped.js";
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
  readMapped,
  readDate,
  readToJson,
  readLibrary,
  readFunction,
  noteBaseClass,
];

/** What a name can stand for. */
const structures: readonly TypeRule[] = [
  readComputedEnum,
  readUnion,
  readTuple,
  readArray,
  readObject,
];

const all: readonly TypeRule[] = [...nameless, readNamed, ...structures];

/** What a reader needs of the world around it. */
export interface TypeReaderOptions {
  readonly checker: ts.TypeChecker;
  readonly disk: Disk;
  readonly origin: (declaration: ts.Node) => Origin;
  readonly cwd: string;
  readonly report: (message: Message, node: ts.Node) => void;
}

/** Creates the reader of one definition's types, and the list of declarations that it fills. */
export function createTypeReader(options: TypeReaderOptions): ReaderOfTypes {
  const { checker, disk, origin, cwd, report } = options;
  const { declare, declarations } = createDeclarations();
  const guard = createEndlessGuard();
  const reader: TypeReader = {
    checker,
    disk,
    origin,
    cwd,
    declare,
    known: new Map(),
    apart: () => createTypeReader({ ...options, report: () => undefined }),
    read: (type, place) =>
      guard(type, narrow(place, type, reader), reader, (within) =>
        firstReading(all, type, within, reader),
      ),
    readBody: (type, place) => firstReading(structures, type, place, reader),
    report: (message, { path, handler, node, silent }) => {
      if (!silent) {
        report(message(`\`${path}\` of the handler "${handler}"`), node);
      }
    },
  };
  return { reader, declarations };
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
