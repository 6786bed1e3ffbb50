import type { ts } from "ts-morph";

import type { TypeDeclaration } from "../model/type-model.js";
import type { NamedType, Reading, TypeReader } from "./type-reader.js";

/** The declarations of one definition, as its types mention them. */
export interface Declarations extends Pick<TypeReader, "declare" | "refer"> {
  /** What was declared so far, sorted by id. */
  readonly declarations: () => readonly TypeDeclaration[];
}

/** Starts an empty list. Types are read when they are first mentioned, and may mention themselves meanwhile. */
export function createDeclarations(): Declarations {
  const declared = new Map<string, TypeDeclaration>();
  const mentions = new Map<string, Reading>();
  const identify = createIdentities();

  const refer = (named: NamedType) => ({ kind: "reference", id: identify(named) }) as const;
  return {
    refer,
    declare: (named, { direction, silent }, make) => {
      const reference = refer(named);
      const { id } = reference;
      // Once in each direction, and again where it is no longer silent, since each has diagnostics of its own.
      const key = `${direction} ${String(silent)} ${id}`;
      const known = mentions.get(key);
      if (known) {
        return known;
      }
      mentions.set(key, { type: reference, undefinable: false });
      const { body, undefinable } = make();
      const mention = { undefinable, ...(body && { type: reference }) };
      mentions.set(key, mention);
      if (body) {
        const { name, file, doc } = named;
        declared.set(id, { id, name, file, body, ...(doc && { doc }) });
      }
      return mention;
    },
    declarations: () => [...declared.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Identities are told apart by type, so that two local types of one name in one file stay two. */
function createIdentities(): (named: NamedType) => string {
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
