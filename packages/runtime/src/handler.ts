import { createVerbs } from "./create-verbs.js";
import type { ResponseHeaders } from "./fetch.js";
import type { Ingress } from "./ingress.js";
import type { Invocation } from "./invocation.js";
import type { InvocationRef } from "./invocation-ref.js";
import type { CallOptions, SendOptions } from "./options.js";
import type { OutputSerde, Serdes } from "./serde.js";
import type { signature } from "./signature.js";
import type { Target } from "./target.js";

/** A handler that takes an input. */
export interface Handler<Input, Output> {
  /** Runs the handler, and waits for its result. */
  (input: Input, options?: CallOptions): Promise<Output>;
  /** Hands the input to Restate, and does not wait for the handler to run. */
  send(input: Input, options?: SendOptions): Promise<Invocation<Output>>;
  /** Runs the handler, and returns its result with what else the response told. */
  withResponse(input: Input, options?: CallOptions): Promise<HandlerResponse<Output>>;
  /** Returns an earlier invocation of this handler, without a request. */
  invocation(ref: InvocationRef | string | IdempotencyKey): Invocation<Output>;
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
  invocation(ref: InvocationRef | string | IdempotencyKey): Invocation<Output>;
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
  invocation(ref: InvocationRef | string | IdempotencyKey): Invocation<Output>;
  /** Not there at run time: what `InputOf` and `OutputOf` read. */
  readonly [signature]?: (input: void, kind: "none") => Output;
}

/** An idempotency key of the handler at hand. */
export interface IdempotencyKey {
  /** The key that the invocation was, or will be, made with. */
  readonly idempotencyKey: string;
}

/** A result, with what else the response told. */
export interface HandlerResponse<Output> {
  /** The handler's result. */
  readonly output: Output;
  /** The id of the invocation; undefined where a browser hides it (CORS). */
  readonly invocationId: string | undefined;
  /** Until when the result is kept for the same idempotency key (RFC 3339); only told when it was kept. */
  readonly idempotencyExpires: string | undefined;
  /** The HTTP status, 200 to 299. */
  readonly status: number;
  /** The response's headers. */
  readonly headers: ResponseHeaders;
}

/** Returns a handler that takes an input. */
export function handler<Input, Output>(
  ingress: Ingress,
  target: Target,
  serdes?: Serdes<Input, Output>,
): Handler<Input, Output> {
  const { call, ...verbs } = createVerbs(ingress, target, serdes);
  return Object.assign(call, verbs);
}

/** Returns a handler whose input may be left out. */
export function optionalInputHandler<Input, Output>(
  ingress: Ingress,
  target: Target,
  serdes?: Serdes<Input, Output>,
): OptionalInputHandler<Input, Output> {
  const { call, ...verbs } = createVerbs<Input | undefined, Output>(ingress, target, serdes);
  return Object.assign(call, verbs);
}

/** Returns a handler without input. */
export function noInputHandler<Output>(
  ingress: Ingress,
  target: Target,
  serdes?: OutputSerde<Output>,
): NoInputHandler<Output> {
  const { call, send, withResponse, invocation } = createVerbs<undefined, Output>(ingress, target, serdes);
  return Object.assign((options?: CallOptions) => call(undefined, options), {
    send: (options?: SendOptions) => send(undefined, options),
    withResponse: (options?: CallOptions) => withResponse(undefined, options),
    invocation,
  });
}
