import type { ResponseHeaders } from "./fetch.js";
import type { CallOptions } from "./options.js";
import type { Target } from "./target.js";

/** A connection to a Restate ingress, made by `connect`. It holds no socket, and need not be closed. */
export interface Ingress {
  /**
   * Sends one request and reads its answer. For generated code and this package only.
   *
   * @internal
   */
  readonly request: <T>(request: IngressRequest<T>) => Promise<T>;
}

/** A request, and how to read its answer. */
export interface IngressRequest<T> {
  /** `POST` to invoke, `GET` to attach or to ask for an output. */
  readonly method: "GET" | "POST";
  /** The path below the ingress's URL, with a leading slash, encoded. */
  readonly path: string;
  /** Empty, or a query with its question mark. */
  readonly query?: string | undefined;
  /** The handler that is asked for, for the error. */
  readonly target?: Target | undefined;
  /** What `serde` turns into the body; `undefined` is no body. */
  readonly input?: unknown;
  /** Writes the body; JSON by default. */
  readonly serde?: Serializer | undefined;
  /** The options of the call. */
  readonly options?: CallOptions | undefined;
  /** Turns a successful answer into the result. What it throws makes the answer unreadable. */
  readonly read: (answer: IngressAnswer) => T;
}

/** The writing half of a serde, of whatever type its values are. */
export interface Serializer {
  /** Sent as `content-type`, unless the body is empty. */
  readonly contentType?: string | undefined;
  /** Returns the request's body. */
  serialize(value: unknown): Uint8Array;
}

/** A successful answer. */
export interface IngressAnswer {
  /** The HTTP status, 200 to 299. */
  readonly status: number;
  /** The response's headers. */
  readonly headers: ResponseHeaders;
  /** The whole body. */
  readonly data: Uint8Array;
}
