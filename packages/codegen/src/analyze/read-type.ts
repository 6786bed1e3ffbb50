import type { ts } from "ts-morph";

import type { Message } from "../diagnostics/messages.js";
import type { TypeDeclaration } from "../model/type-model.js";
import type { Origin, Place, Reading, TypeReader, TypeRule } from "./type-reader.js";
import { readArray } from "./types/array.js";
import { readBrand } from "./types/brand.js";
import { readBuiltin } from "./types/builtin.js";
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
const structures: readonly TypeRule[] = [readUnion, readTuple, readArray, readObject];

/** What a reader needs of the world around it. */
export interface TypeReaderOptions {
  readonly checker: ts.TypeChecker;
  readonly origin: (declaration: ts.Node) => Origin;
  readonly report: (message: Message, node: ts.Node) => void;
}

/** Creates the reader of one definition's types, and the list of declarations that it fills. */
export function createTypeReader({ checker, origin, report }: TypeReaderOptions): {
  readonly reader: TypeReader;
  readonly declarations: () => readonly TypeDeclaration[];
} {
  const declarations = new Map<string, TypeDeclaration>();
  const begun = new Map<string, { undefinable: boolean; empty: boolean }>();
  const identify = createIdentities();

  const reader: TypeReader = {
    checker,
    origin,
    open: new Map(),
    read: (type, place) =>
      firstReading([...nameless, readNamed, ...structures], type, place, reader),
    readBody: (type, place) => firstReading(structures, type, place, reader),
    refer: (named) => ({ kind: "reference", id: identify(named) }),
    declare: (named, { direction }, make) => {
      const reference = reader.refer(named);
      // Once in each direction, since each has diagnostics of its own.
      const key = `${direction} ${reference.id}`;
      let outcome = begun.get(key);
      if (!outcome) {
        outcome = { undefinable: false, empty: false };
        begun.set(key, outcome);
        const { body, undefinable } = make();
        Object.assign(outcome, { undefinable, empty: !body });
        if (body) {
          const { name, file, doc } = named;
          declarations.set(reference.id, {
            id: reference.id,
            name,
            file,
            body,
            ...(doc && { doc }),
          });
        }
      }
      const { undefinable, empty } = outcome;
      return { undefinable, ...(!empty && { type: reference }) };
    },
    report: (message, place) => {
      report(message(`\`${place.path}\` of the handler "${place.handler}"`), place.node);
    },
  };
  return {
    reader,
    declarations: () =>
      [...declarations.values()].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id))),
  };
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

/** Identities are told apart by type, so that two local types of one name in one file stay two. */
function createIdentities(): (named: { type: ts.Type; name: string; file: string }) => string {
  const ids = new Map<ts.Type, string>();
  const taken = new Set<string>();
  return ({ type, name, file }) => {
    const known = ids.get(type);
    if (known !== undefined) {
      return known;
    }
    let id = `${file}#${name}`;
    for (let number = 2; taken.has(id); number += 1) {
      id = `${file}#${name}~${String(number)}`;
    }
    ids.set(type, id);
    taken.add(id);
    return id;
  };
}
