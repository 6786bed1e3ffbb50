import type { ts } from "ts-morph";

import type { Message } from "../diagnostics/diagnose.js";
import type { Disk } from "../disk/disk.js";
import type { TypeDeclaration, TypeModel } from "../model/type-model.js";
import { unite } from "../model/unite.js";

/**
 * Reads types as the wire carries them. One per definition: it collects the declarations that the definition's
 * types mention, and remembers what it is in the middle of, so that recursive types end.
 */
export interface TypeReader {
  readonly checker: ts.TypeChecker;
  readonly disk: Disk;
  /** Reads a type where it stands. Never throws on the user's account: what it cannot read is reported. */
  readonly read: (type: ts.Type, place: Place) => Reading;
  /** Reads what a name stands for, past the name itself. */
  readonly readBody: (type: ts.Type, place: Place) => Reading;
  /** Mentions a declared type, which `make` reads if this is the first mention. */
  readonly declare: (
    named: NamedType,
    place: Place,
    make: () => Reading<TypeDeclaration["body"]>,
  ) => Reading;
  /** Names that the checker does not know for types: those of schemas. */
  readonly known: Map<ts.Type, NamedType>;
  /** A reader with nothing declared and no one to report to, for comparing types. */
  readonly apart: () => ReaderOfTypes;
  /** Where something is declared. */
  readonly origin: (declaration: ts.Node) => Origin;
  /** What files in messages are seen from, absolute. */
  readonly cwd: string;
  readonly report: (message: (path: string) => Message, place: Place) => void;
}

/** A reader, and the list of declarations that it fills. */
export interface ReaderOfTypes {
  readonly reader: TypeReader;
  /** What was declared so far, sorted by id. */
  readonly declarations: () => readonly TypeDeclaration[];
}

/** What a type is on the wire. Without `type` there is nothing: a function, a symbol. */
export interface Reading<Type = TypeModel> {
  readonly type?: Type;
  /** Whether the value may be `undefined`, which each position carries in its own way. */
  readonly undefinable: boolean;
}

/** Where a type stands, for messages and for what the user wrote there. */
export interface Place {
  readonly direction: "input" | "output";
  readonly handler: string;
  /** The way from the payload to here, `input.items[]`. */
  readonly path: string;
  /** The nearest code of the user's. */
  readonly node: ts.Node;
  /** Whether nobody outside can call the handler, so that nothing about its payloads is worth saying. */
  readonly silent: boolean;
  /** Whether a schema checks the value. Its members are declared by the schemas of their own. */
  readonly checked?: boolean;
  /** The type as the user wrote it, for its order and its names. */
  readonly hint?: ts.TypeNode | undefined;
  /** What an anonymous type is called here, `ListOutputChildren`; absent at the top of a payload. */
  readonly title?: string;
  /** The types around, from the last declared one that takes no type arguments on. */
  readonly within?: readonly ts.Type[];
  /** Whether the value is what a `toJSON` returned; JSON asks it no second time. */
  readonly converted?: boolean;
}

/** A type that has a declaration of its own. */
export interface NamedType extends Omit<TypeDeclaration, "id" | "body"> {
  readonly type: ts.Type;
}

/** Where something is declared. */
export interface Origin {
  /** The file, relative to the project; of an installed package, `node_modules/` and its name. */
  readonly file: string;
  /** `library` is what TypeScript itself brings. */
  readonly owner: "project" | "package" | "library";
}

/** How one kind of type is read; `undefined` means that it is not of this kind. */
export type TypeRule = (type: ts.Type, place: Place, reader: TypeReader) => Reading | undefined;

/** What JSON leaves out: a function, a symbol. */
export const nothing: Reading = { undefinable: true };

/** `undefined` alone, which a member says by being there for no value. */
export const onlyUndefined: Reading = { type: { kind: "never" }, undefinable: true };

/** A value that is always there. */
export function always(type: TypeModel): Reading {
  return { type, undefinable: false };
}

/** The type of a list's element, where JSON turns `undefined` into `null`. */
export function elementType({ type, undefinable }: Reading): TypeModel {
  const hole: TypeModel = { kind: "null" };
  if (!type || (undefinable && type.kind === "never")) {
    return hole;
  }
  return undefinable && type.kind !== "unknown" ? unite([type, hole]) : type;
}
