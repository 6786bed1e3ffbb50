import type { ResponseHeaders } from "./fetch.js";
import type { CallOptions } from "./options.js";
import type { Serde } from "./serde.js";
import type { Target } from "./target.js";

/** A connection to a Restate ingress, made by `connect`. It holds no socket, and need not be closed. */
export interface Ingress {
  /**
   * Sends one request and reads its answer. For generated code and this package only.
   *
   * @internal
   */
  readonly request: <Output>(request: IngressRequest<Output>) => Promise<HandlerResponse<Output>>;
}

/** A request, and how to read its answer. */
export interface IngressRequest<Output> {
  /** What comes after the ingress's URL, encoded, with a leading slash. */
  readonly path: string;
  /** The handler or invocation that is asked for, to be named by an error. */
  readonly target?: Target;
  /** Turns the input into the body of a `POST`. Without it, the request is a `GET`. */
  readonly serde?: Pick<Serde<unknown>, "contentType" | "serialize"> | undefined;
  /** What is sent; `undefined` is an empty body. */
  readonly input?: unknown;
  /** Reads the answer of a success. What it throws makes the answer unreadable. */
  readonly output: Pick<Serde<Output>, "deserialize">;
  /** The options of the call. */
  readonly options?: CallOptions | undefined;
}

/** A result, with what else the response told. */
export interface HandlerResponse<Output> {
  /** The handler's result. */
  readonly output: Output;
  /** The id of the invocation; undefined where a browser hides it (CORS). */
  readonly invocationId: string | undefined;
  /** Until when the result is kept for the same idempotency key (RFC 3339); told only when it is replayed. */
  readonly idempotencyExpires: string | undefined;
  /** The HTTP status, 200 to 299. */
  readonly status: number;
  /** The response's headers. */
  readonly headers: ResponseHeaders;
}
