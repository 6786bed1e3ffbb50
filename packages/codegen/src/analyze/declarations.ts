import { ts } from "ts-morph";

import type { TypeDeclaration } from "../model/type-model.js";
import type { NamedType, Reading, TypeReader } from "./type-reader.js";

/** The declarations of one definition, as its types mention them. */
export interface Declarations extends Pick<TypeReader, "declare"> {
  /** What was declared so far, sorted by id. */
  readonly declarations: () => readonly TypeDeclaration[];
}

/** Starts an empty list. Types are read when they are first mentioned, and may mention themselves meanwhile. */
export function createDeclarations(): Declarations {
  const declared = new Map<string, TypeDeclaration>();
  const mentions = new Map<string, Reading>();
  const identify = createIdentities();

  return {
    declare: (named, { direction, silent }, make) => {
      const { type, id, name, file, scope, anonymous, doc, range } = identify(named);
      const reference = { kind: "reference", id } as const;
      // Once in each direction, and again where it is no longer silent, since each has diagnostics of its own.
      const key = `${direction} ${String(silent)} ${id}`;
      const known = mentions.get(key);
      if (known) {
        return known;
      }
      mentions.set(key, { type: reference, undefinable: mayBeUndefined(type) });
      const { type: body, undefinable } = make();
      const mention = { undefinable, ...(body && { type: reference }) };
      mentions.set(key, mention);
      if (body) {
        declared.set(id, {
          id,
          name,
          file,
          ...(scope && { scope }),
          ...(anonymous && { anonymous }),
          body,
          ...(doc && { doc }),
          ...(range && { range }),
        });
      }
      return mention;
    },
    declarations: () => [...declared.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Identities are told apart by type, so that two local types of one name in one file stay two. */
function createIdentities(): (named: NamedType) => NamedType & { readonly id: string } {
  const known = new Map<ts.Type, NamedType & { readonly id: string }>();
  const taken = new Set<string>();
  return (named) => {
    const before = known.get(named.type);
    if (before) {
      return before;
    }
    const plain = `${named.file}#${[...(named.scope ?? []), named.name].join(".")}`;
    let id = plain;
    for (let number = 2; taken.has(id); number += 1) {
      id = `${plain}~${String(number)}`;
    }
    const identified = { ...named, id };
    known.set(named.type, identified);
    taken.add(id);
    return identified;
  };
}

/** What a type will turn out to be that is still being read. */
function mayBeUndefined(type: ts.Type): boolean {
  return type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.VoidLike);
}
