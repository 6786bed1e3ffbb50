/**
 * What JSON makes of a type, written by hand and apart from the generator: the oracle that generated types are
 * compared with. Compiled together with a project's own sources.
 */

/** What arrives where a value of type `T` was sent; `undefined` where JSON has nothing for it. */
export type Wire<T> = 0 extends 1 & T ? unknown : unknown extends T ? unknown : WireEach<T>;

/** `T` is one member of a union here, since a conditional type over a type parameter distributes. */
type WireEach<T> = T extends null
  ? null
  : T extends undefined | void | symbol
    ? undefined
    : T extends string
      ? WireText<T>
      : T extends number
        ? WireNumber<T>
        : T extends boolean
          ? WireBoolean<T>
          : T extends bigint
            ? { readonly "JSON throws": "bigint" }
            : WireObject<T>;

/** Without a brand, whose members no string has; an enum's member is its text. */
type WireText<T extends string> = [Exclude<keyof T, keyof string>] extends [never]
  ? `${T}`
  : string;

type WireNumber<T extends number> = [Exclude<keyof T, keyof number>] extends [never]
  ? `${T}` extends `${infer Value extends number}`
    ? Value
    : number
  : number;

type WireBoolean<T extends boolean> = T extends true ? true : false;

type WireObject<T> = T extends Date
  ? string
  : T extends { toJSON: (...args: never) => infer Result }
    ? Wire<Result>
    : T extends AnyFunction
      ? undefined
      : T extends TypedArray
        ? { [index: string]: number }
        : T extends
              | ReadonlyMap<never, unknown>
              | ReadonlySet<unknown>
              | RegExp
              | PromiseLike<unknown>
              | ArrayBuffer
          ? { [key: string]: never }
          : T extends readonly unknown[]
            ? WireList<T>
            : IsNonPrimitive<T> extends true
              ? { [key: string]: unknown }
              : WireMembers<T>;

/** `object`, and nothing that merely has no required member. */
type IsNonPrimitive<T> = [keyof T] extends [never] ? (object extends T ? true : false) : false;

type TypedArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

type WireList<T extends readonly unknown[]> = { [K in keyof T]: WireElement<Wire<T[K]>> };

/** A list keeps its places: what JSON has nothing for becomes `null`. */
type WireElement<T> = unknown extends T
  ? unknown
  : undefined extends T
    ? Exclude<T, undefined> | null
    : T;

/** The members that are there whenever the object is, then those that may be missing. */
type WireMembers<T> = {
  [K in keyof T as Presence<T, K> extends "always" ? K : never]: Defined<Wire<T[K]>>;
} & {
  [K in keyof T as Presence<T, K> extends "sometimes" ? K : never]?: Defined<Wire<T[K]>>;
};

/** Looks at the value alone, not into it: a recursive type would have no end. */
type Presence<T, K extends keyof T> = K extends symbol
  ? "never"
  : unknown extends T[K]
    ? "always"
    : [T[K]] extends [never]
      ? "always"
      : "carried" extends Fate<T[K]>
        ? "dropped" extends Fate<T[K]>
          ? IsIndex<K> extends true
            ? "always"
            : "sometimes"
          : "always"
        : "never";

type Fate<V> = V extends undefined | void | symbol
  ? "dropped"
  : V extends { toJSON: (...args: never) => infer Result }
    ? Fate<Result>
    : V extends AnyFunction
      ? "dropped"
      : "carried";

type AnyFunction = ((...args: never) => unknown) | (abstract new (...args: never) => unknown);

type IsIndex<K> = {} extends Record<K & PropertyKey, 1> ? true : false;

type Defined<T> = unknown extends T ? T : Exclude<T, undefined>;

/** What a handler takes: its parameter behind the context. `H` is a function, or a contract's pair of serdes. */
export type InputFrom<H> = H extends (...args: infer A) => unknown
  ? A["length"] extends 0 | 1
    ? undefined
    : A[1 & keyof A]
  : H extends { readonly _inputSerde?: infer S }
    ? Carried<S>
    : "not a handler";

/** What a handler's promise resolves with. */
export type OutputFrom<H> = H extends (...args: never) => infer R
  ? Awaited<R>
  : H extends { readonly _outputSerde?: infer S }
    ? Carried<S>
    : "not a handler";

/** What a serde reads. */
export type Carried<S> =
  NonNullable<S> extends { deserialize(...args: never): infer T } ? T : unknown;

/** What a schema takes (`input`) or gives (`output`): by Standard Schema, or as older versions of zod say it. */
export type SchemaSide<S, Side extends "input" | "output"> = S extends {
  readonly "~standard": { readonly types?: infer Types };
}
  ? NonNullable<Types>[Side & keyof NonNullable<Types>]
  : S extends Record<`_${Side}`, infer T>
    ? T
    : "not a schema";

/** `equal` where each of two types may stand for the other, with the same members optional. */
export type Verdict<Generated, Expected> = 0 extends 1 & Generated
  ? "any"
  : [Solid<Generated>] extends [Solid<Expected>]
    ? [Solid<Expected>] extends [Solid<Generated>]
      ? "equal"
      : "narrower"
    : [Solid<Expected>] extends [Solid<Generated>]
      ? "wider"
      : "differs";

/** Assignability takes a missing member for an optional one, so optional members are made into something that has to be there. */
type Solid<T> = unknown extends T ? unknown : SolidEach<T>;
type SolidEach<T> = T extends void | undefined
  ? undefined
  : T extends readonly unknown[]
    ? { [K in keyof T]: Solid<T[K]> }
    : T extends object
      ? { [K in keyof T]-?: {} extends Pick<T, K> ? { maybe: Solid<T[K]> } : Solid<T[K]> }
      : T;
