import type { IngressErrorDetails } from "./error.js";
import type { PlatformSignal } from "./signal.js";

/**
 * A function like the global `fetch`, of which the runtime uses this much, and which it tells what the request is for.
 * Any platform's `fetch`, and any stand-in for it, is assignable.
 */
export type Fetch = (
  url: string,
  init: FetchInit,
  request: FetchedRequest,
) => Promise<FetchResponse>;

/** The third argument of {@link Fetch}: what the request is for. */
export interface FetchedRequest {
  /** The handler or invocation that is asked for; undefined for awakeables, `health` and `lookup`. */
  readonly target?: IngressErrorDetails["target"];
  /** How many requests were sent, this one included. A stand-in that sends more counts them here. */
  attempts: number;
}

/** The second argument of {@link Fetch}: all that the runtime ever sets. */
export interface FetchInit {
  /** `POST` to invoke, `GET` to attach or to ask for an output, `PATCH` to change an invocation by the admin API. */
  method: "GET" | "POST" | "PATCH";
  /** The headers; a stand-in may change them. */
  headers: PlatformHeaders;
  /** Never empty: a request without input has `null`. */
  body: FetchBody | null;
  /** Aborted by the caller's own signals, by the timeout, and once the request is over; null without any of them. */
  signal: PlatformSignal | null;
  /** A redirect would turn a `POST` into a `GET`, so none is followed. */
  redirect: "manual";
  /** An answer is one of its moment, but Next.js would keep even that of a `POST`, and build pages of it. */
  cache: "no-store";
  /** The option of this name. */
  credentials: Credentials;
}

/** Whether a browser sends cookies: to the page's own host, anywhere, or nowhere. */
export type Credentials = "same-origin" | "include" | "omit";

// Since TypeScript 5.7 `fetch` takes only bytes that are not shared between
// threads, and before that such a type cannot be named. This is it in both.
/** The text or the bytes of a request's body. */
export type FetchBody = string | ReturnType<Uint8ArrayConstructor["of"]>;

/** What the platform calls `Headers` where its types are loaded, else our own outline of it. */
export type PlatformHeaders = typeof globalThis extends {
  Headers: { prototype: infer Platform };
}
  ? Platform
  : RequestHeaders;

/** What is needed of a request's `Headers`. */
export interface RequestHeaders extends ResponseHeaders {
  /** Sets a header, in place of one of the same name in any case. */
  set(name: string, value: string): void;
  /** Removes a header, if it is there. */
  delete(name: string): void;
  /** Calls back for each header, with its name in lower case. */
  forEach(callback: (value: string, name: string) => void): void;
}

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
