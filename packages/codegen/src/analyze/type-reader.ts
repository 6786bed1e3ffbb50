import type { ts } from "ts-morph";

import type { Message } from "../diagnostics/diagnose.js";
import type { Doc } from "../model/doc.js";
import type { ReferenceType, TypeDeclaration, TypeModel } from "../model/type-model.js";

/**
 * Reads types as the wire carries them. One per definition: it collects the declarations that the definition's
 * types mention, and remembers what it is in the middle of, so that recursive types end.
 */
export interface TypeReader {
  readonly checker: ts.TypeChecker;
  /** Reads a type where it stands. Never throws on the user's account: what it cannot read is reported. */
  readonly read: (type: ts.Type, place: Place) => Reading;
  /** Reads what a name stands for, past the name itself. */
  readonly readBody: (type: ts.Type, place: Place) => Reading;
  /** Mentions a named type, which `make` reads if this is the first mention. */
  readonly declare: (named: NamedType, place: Place, make: () => DeclarationReading) => Reading;
  /** Mentions a named type that is being read, or is going to be. */
  readonly refer: (named: NamedType) => ReferenceType;
  /** The anonymous objects being read; one that contains itself can only be written with a name. */
  readonly open: Map<ts.Type, { readonly named: NamedType; recursive: boolean }>;
  /** Where something is declared. */
  readonly origin: (declaration: ts.Node) => Origin;
  readonly report: (message: (path: string) => Message, place: Place) => void;
}

/** What a type is on the wire. Without `type` there is nothing: a function, a symbol, `undefined`. */
export interface Reading {
  readonly type?: TypeModel;
  /** Whether the value may be `undefined`, which each position carries in its own way. */
  readonly undefinable: boolean;
}

/** What a declared name stands for. Without `body` it stands for nothing on the wire. */
export interface DeclarationReading {
  readonly body?: TypeDeclaration["body"];
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
  /** The type as the user wrote it, for its order and its names. */
  readonly hint?: ts.TypeNode | undefined;
}

/** A type that prints under a name. */
export interface NamedType {
  readonly type: ts.Type;
  readonly name: string;
  /** The file that declares it, as the model writes paths. */
  readonly file: string;
  readonly doc?: Doc | undefined;
}

/** Where something is declared. */
export interface Origin {
  /** The file, relative to the project; of an installed package, from `node_modules/` on. */
  readonly file: string;
  /** `library` is what TypeScript itself brings. */
  readonly owner: "project" | "package" | "library";
}

/** How one kind of type is read; `undefined` means that it is not of this kind. */
export type TypeRule = (type: ts.Type, place: Place, reader: TypeReader) => Reading | undefined;

/** What has no place in JSON. */
export const nothing: Reading = { undefinable: true };

/** A value that is always there. */
export function always(type: TypeModel): Reading {
  return { type, undefinable: false };
}

/** The type of a list's element, where JSON turns `undefined` into `null`. */
export function elementType({ type, undefinable }: Reading): TypeModel {
  const hole: TypeModel = { kind: "null" };
  if (!type) {
    return hole;
  }
  return undefinable && type.kind !== "unknown" ? { kind: "union", types: [type, hole] } : type;
}
