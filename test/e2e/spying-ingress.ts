import { connect, type ConnectOptions, type Ingress } from "@restate-codegen/runtime";
import { inject } from "vitest";

/** A connection that remembers what it asked for. */
export interface SpyingIngress {
  /** What clients are made of. */
  readonly ingress: Ingress;
  /** The URLs so far. */
  readonly urls: readonly string[];
  /** The headers that were sent with them. */
  readonly headers: readonly Readonly<Record<string, string>>[];
}

/** Connects to the real server, and notes each request. */
export function spyingIngress(options: Partial<ConnectOptions> = {}): SpyingIngress {
  const urls: string[] = [];
  const headers: Readonly<Record<string, string>>[] = [];
  const ingress = connect({
    url: inject("ingressUrl"),
    fetch: (url, init) => {
      urls.push(url);
      headers.push(Object.fromEntries(init.headers));
      return fetch(url, init);
    },
    ...options,
  });
  return { ingress, urls, headers };
}
