import type { PlatformSignal } from "./signal.js";

/**
 * A function like the global `fetch`, of which the runtime uses this much.
 * Any platform's `fetch`, and any stand-in for it, is assignable.
 */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** The second argument of {@link Fetch}: all that the runtime ever sets. */
export interface FetchInit {
  /** `POST` to invoke, `GET` to attach or to ask for an output. */
  method: "GET" | "POST";
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Never empty: a request without input has `null`. */
  body: FetchBody | null;
  /** Aborted by the caller's own signals, and by the timeout; absent without any of them. */
  signal?: PlatformSignal;
  /** A redirect would turn a `POST` into a `GET`, so none is followed. */
  redirect: "manual";
}

// Since TypeScript 5.7 `fetch` takes only bytes that are not shared between
// threads, and before that such a type cannot be named. This is it in both.
/** The text or the bytes of a request's body. */
export type FetchBody = string | ReturnType<Uint8ArrayConstructor["of"]>;

/** What is needed of a `Response`. */
export interface FetchResponse {
  /** The HTTP status code, or 0 for a redirect that a browser hides. */
  readonly status: number;
  /** Whether the status is 200 to 299. */
  readonly ok: boolean;
  /** The response's headers. */
  readonly headers: ResponseHeaders;
  /** Reads the whole body. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What is needed of a response's `Headers`. */
export interface ResponseHeaders {
  /** Returns the value of a header, or `null` if it is absent or hidden by the browser (CORS). */
  get(name: string): string | null;
}
