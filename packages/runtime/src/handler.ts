import type { HandlerResponse, Ingress } from "./ingress.js";
import type { IdempotencyKey, InvocationRef } from "./invocation-ref.js";
import type { Invocation } from "./invocation.js";
import type { CallOptions, SendOptions } from "./options.js";
import type { OutputSerde, Serdes } from "./serde.js";
import type { signature } from "./signature.js";
import type { Target } from "./target.js";
import { verbs } from "./verbs.js";

/** A handler that takes an input. */
export interface Handler<Input, Output> {
  /** Runs the handler, and waits for its result. */
  (input: Input, options?: CallOptions): Promise<Output>;
  /** Hands the input to Restate, and does not wait for the handler to run. */
  send(input: Input, options?: SendOptions): Promise<Invocation<Output>>;
  /** Runs the handler, and returns its result with what else the response told. */
  withResponse(input: Input, options?: CallOptions): Promise<HandlerResponse<Output>>;
  /** Returns an earlier invocation of this handler, without a request. */
  invocation(ref: InvocationRef | IdempotencyKey | string): Invocation<Output>;
  /** Not there at run time: what `InputOf` and `OutputOf` read. */
  readonly [signature]?: (input: Input, kind: "required") => Output;
}

/** A handler whose input may be left out. */
export interface OptionalInputHandler<Input, Output> {
  /** Runs the handler, and waits for its result. */
  (input?: Input, options?: CallOptions): Promise<Output>;
  /** Hands the input to Restate, and does not wait for the handler to run. */
  send(input?: Input, options?: SendOptions): Promise<Invocation<Output>>;
  /** Runs the handler, and returns its result with what else the response told. */
  withResponse(input?: Input, options?: CallOptions): Promise<HandlerResponse<Output>>;
  /** Returns an earlier invocation of this handler, without a request. */
  invocation(ref: InvocationRef | IdempotencyKey | string): Invocation<Output>;
  /** Not there at run time: what `InputOf` and `OutputOf` read. */
  readonly [signature]?: (input: Input | undefined, kind: "optional") => Output;
}

/** A handler without input. */
export interface NoInputHandler<Output> {
  /** Runs the handler, and waits for its result. */
  (options?: CallOptions): Promise<Output>;
  /** Has Restate run the handler, and does not wait for it. */
  send(options?: SendOptions): Promise<Invocation<Output>>;
  /** Runs the handler, and returns its result with what else the response told. */
  withResponse(options?: CallOptions): Promise<HandlerResponse<Output>>;
  /** Returns an earlier invocation of this handler, without a request. */
  invocation(ref: InvocationRef | IdempotencyKey | string): Invocation<Output>;
  /** Not there at run time: what `InputOf` and `OutputOf` read. */
  readonly [signature]?: (input: void, kind: "none") => Output;
}

/** Returns a handler that takes an input. */
export const handler: <Input, Output>(
  ingress: Ingress,
  target: Target,
  serdes?: Serdes<Input, Output>,
) => Handler<Input, Output> = verbs;

/** Returns a handler whose input may be left out. */
export function optionalInputHandler<Input, Output>(
  ingress: Ingress,
  target: Target,
  serdes?: Serdes<Input, Output>,
): OptionalInputHandler<Input, Output> {
  return verbs<Input | undefined, Output>(ingress, target, serdes);
}

/** Returns a handler without input. */
export function noInputHandler<Output>(
  ingress: Ingress,
  target: Target,
  serdes?: OutputSerde<Output>,
): NoInputHandler<Output> {
  const all = verbs<undefined, Output>(ingress, target, serdes);
  return Object.assign(withoutInput(all), {
    send: withoutInput(all.send),
    withResponse: withoutInput(all.withResponse),
    invocation: all.invocation,
  });
}

function withoutInput<Options, Result>(verb: (input: undefined, options: Options) => Result) {
  return (options: Options) => verb(undefined, options);
}
