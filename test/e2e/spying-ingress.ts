import { type ConnectOptions, type Ingress } from "@restate-codegen/runtime";

import { connectHere, server } from "./ingress.js";

/** A connection that remembers what it asked for. */
export interface SpyingIngress {
  /** What clients are made of. */
  readonly ingress: Ingress;
  /** The URLs so far. */
  readonly urls: readonly string[];
  /** The headers that were sent with them. */
  readonly headers: readonly Readonly<Record<string, string>>[];
}

/** Connects to the server, and notes each request. */
export function spyingIngress(options: Partial<ConnectOptions> = {}): SpyingIngress {
  const urls: string[] = [];
  const headers: Readonly<Record<string, string>>[] = [];
  const ingress = connectHere({
    fetch: (url, init, request) => {
      urls.push(url);
      headers.push(Object.fromEntries(init.headers));
      return server.fetch(url, init, request);
    },
    ...options,
  });
  return { ingress, urls, headers };
}
