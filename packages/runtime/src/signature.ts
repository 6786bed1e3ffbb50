/** The key of a member that no object has: it carries a handler's types, for `InputOf` and `OutputOf`. */
export declare const signature: unique symbol;

/** The type of what a handler or a workflow's run takes; `void` if it takes nothing. */
export type InputOf<H extends Signed> = H extends {
  readonly [signature]?: (input: infer Input, kind: never) => unknown;
}
  ? Input
  : never;

/** The type of what a handler or a workflow's run results in. */
export type OutputOf<H extends Signed> = H extends {
  readonly [signature]?: (input: never, kind: never) => infer Output;
}
  ? Output
  : never;

/** A handler or a workflow's run, of any types. */
export interface Signed {
  /** Not there at run time. */
  readonly [signature]?: (input: never, kind: never) => unknown;
}
