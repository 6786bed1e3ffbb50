import type { FetchedRequest, FetchInit } from "../fetch.js";

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** A request, as it arrives at the ingress. */
export interface IngressRequest {
  /** Of HTTP. */
  readonly method: string;
  /** What comes after the ingress's URL, as it was sent. */
  readonly path: string;
  /** The parameters after the path, decoded. */
  readonly query: ReadonlyMap<string, string>;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty if there is none. */
  readonly body: Uint8Array;
  /** What the connection says that the request is for; undefined if something else sent it. */
  readonly target: FetchedRequest["target"];
}

/** Reads a request below the path of the ingress's URL, out of what `fetch` was called with. */
export function readRequest(
  prefix: string,
  url: string,
  { method, headers, body }: FetchInit,
  { target }: FetchedRequest,
): IngressRequest {
  const [, path = "", query = ""] = /^(?:https?:\/\/[^/?#]*)?([^?#]*)\??([^#]*)/.exec(url) ?? [];
  const values: Record<string, string> = {};
  headers.forEach((value, name) => (values[name] = value));
  return {
    method,
    path: path.startsWith(prefix) ? path.slice(prefix.length) : path,
    query: new Map(query.split("&").map((pair) => pairOf(pair))),
    headers: values,
    body: typeof body === "string" ? new TextEncoder().encode(body) : (body ?? new Uint8Array()),
    target,
  };
}

/** Returns the path of an ingress's URL, without a slash at its end. */
export function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]*/, "").replace(/\/*$/, "");
}

/** Decodes a segment of a path as the server does, which takes what is no encoding as it is. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function pairOf(pair: string): readonly [string, string] {
  const [name = "", value = ""] = pair.split("=");
  return [name, decodeSegment(value)];
}
