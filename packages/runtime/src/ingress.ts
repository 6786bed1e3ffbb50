import type { ResponseHeaders } from "./fetch.js";
import type { InvocationRef } from "./invocation-ref.js";
import type { SendOptions } from "./options.js";
import type { InputSerde } from "./serde.js";
import type { ScopedTarget, Within } from "./target.js";

/** A connection to a Restate ingress, made by `connect`. It holds no socket, and need not be closed. */
export interface Ingress {
  /**
   * Returns a function that sends a request and reads its answer. For generated code and this package only.
   *
   * @internal
   */
  readonly request: <Output>(...route: Route<Output>) => Send<unknown, Output>;
  /**
   * What references to invocations have to say beside their target: the scope that they are made in.
   *
   * @internal
   */
  readonly within?: Within | undefined;
}

/** Where a request goes, and how its input and its answer are to be understood. */
export type Route<Output> = readonly [
  /** What comes after the ingress's URL, encoded, with a leading slash. */
  path: string,
  /** The handler or invocation that is asked for, to be named by an error. */
  target: ScopedTarget | InvocationRef | undefined,
  /** Turns the input into the body of a `POST`. Without it, the request is a `GET`. */
  serde: InputSerde | undefined,
  /** Reads the answer of a success. What it throws makes the answer unreadable. */
  read: Reader<Output>,
  /** Whether each such request runs the handler anew, unless it has an idempotency key. */
  runs?: boolean,
];

/** Reads the result of a request. */
export type Reader<Output> = (data: Uint8Array, response: ResponseInfo) => Output;

/** Sends a request, and resolves with what was read from its answer. */
export type Send<Input, Output> = (input: Input, options?: SendOptions) => Promise<Output>;

/** What a response told beside a result. */
export interface ResponseInfo {
  /** The id of the invocation; undefined where a browser hides it (CORS). */
  readonly invocationId: string | undefined;
  /** Until when the result is kept for the same idempotency key (RFC 3339); told only when it is replayed. */
  readonly idempotencyExpires: string | undefined;
  /** The HTTP status, 200 to 299. */
  readonly status: number;
  /** The response's headers. */
  readonly headers: ResponseHeaders;
}

/** A result, with what else the response told. */
export interface HandlerResponse<Output> extends ResponseInfo {
  /** The handler's result. */
  readonly output: Output;
}
