import type { Doc } from "./doc.js";
import type { SourceRange } from "./source-range.js";

/**
 * A type as the wire carries it: what `JSON.parse` gives to whoever reads the payload.
 * A discriminated union; every consumer switches over `kind`.
 */
export type TypeModel =
  | PrimitiveType
  | LiteralType
  | TemplateType
  | ArrayType
  | TupleType
  | ObjectType
  | UnionType
  | ReferenceType;

/**
 * A type without parts. `date` is a string on the wire that was declared as a `Date`; `non-primitive` is an object or
 * a list of which no more is known, TypeScript's `object`; `bytes` is a payload that never passes through JSON.
 */
export interface PrimitiveType {
  readonly kind:
    | "string"
    | "number"
    | "boolean"
    | "null"
    | "unknown"
    | "never"
    | "date"
    | "non-primitive"
    | "bytes";
}

/** One value. */
export interface LiteralType {
  readonly kind: "literal";
  readonly value: string | number | boolean;
}

/** A template literal type: `texts[0]`, `types[0]`, `texts[1]`, … There is always one more text than types. */
export interface TemplateType {
  readonly kind: "template";
  readonly texts: readonly string[];
  readonly types: readonly TypeModel[];
}

/** A list of any length. */
export interface ArrayType {
  readonly kind: "array";
  readonly element: TypeModel;
  readonly readonly: boolean;
}

/** A list whose positions have types of their own. */
export interface TupleType {
  readonly kind: "tuple";
  readonly elements: readonly TupleElement[];
  readonly readonly: boolean;
}

/** One position of a tuple. The type of a `rest` element is that of the list's elements. */
export interface TupleElement {
  readonly type: TypeModel;
  /** The user's label. */
  readonly label?: string;
  readonly presence: "required" | "optional" | "rest";
}

/** An object with known members, index signatures, or both. */
export interface ObjectType {
  readonly kind: "object";
  /** In the user's order. */
  readonly members: readonly Member[];
  readonly indexes: readonly IndexSignature[];
}

/** One member of an object. */
export interface Member {
  readonly name: string;
  readonly type: TypeModel;
  /** Declared with `?`: the key may be missing. */
  readonly optional: boolean;
  /** The declared type includes `undefined`, which JSON turns into a missing key. */
  readonly undefinable: boolean;
  readonly readonly: boolean;
  readonly doc?: Doc;
}

/** `[key: …]: value`. */
export interface IndexSignature {
  /** `string`, `number`, or a template. */
  readonly key: TypeModel;
  readonly value: TypeModel;
  /** The declared value includes `undefined`, which JSON turns into a missing key. */
  readonly undefinable: boolean;
}

/** One of several types, in the user's order where the declaration shows one. */
export interface UnionType {
  readonly kind: "union";
  readonly types: readonly TypeModel[];
}

/** A mention of a declaration, by its identity. */
export interface ReferenceType {
  readonly kind: "reference";
  /** The {@link TypeDeclaration.id}. */
  readonly id: string;
}

/** A type with a name. Its identity is apart from the name that it will print under. */
export interface TypeDeclaration {
  /** File, scope and name, `src/cart.ts#Billing.Item`; a number follows where that is not enough. Unique in a definition. */
  readonly id: string;
  /** The user's name for it, or one made of the names of its parts (`PageOfUser`). May occur more than once. */
  readonly name: string;
  /** The file that declares it, or its package, `node_modules/ai`; of two types with one name, the files tell them apart. */
  readonly file: string;
  /** The namespaces, functions and classes around it, `Billing`, from the outside. */
  readonly scope?: readonly string[];
  /** The user gave it no name, so its own is made of its place, and yields to the user's in a clash. */
  readonly anonymous?: true;
  readonly body: TypeModel | EnumType;
  readonly doc?: Doc;
  /** Where its name stands, or what it is named after; absent where that is not the user's code. */
  readonly range?: SourceRange;
}

/** An enum. Exists only as the body of a declaration, since its members have names of their own. */
export interface EnumType {
  readonly kind: "enum";
  readonly members: readonly EnumMember[];
}

/** One member of an enum, with the value that it has at run time. */
export interface EnumMember {
  readonly name: string;
  readonly value: string | number;
  readonly doc?: Doc;
}
