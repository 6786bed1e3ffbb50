import { connect, type Ingress } from "@restate-codegen/runtime";
import { inject } from "vitest";

/** A connection that remembers the URLs it asked for. */
export interface SpyingIngress {
  /** What clients are made of. */
  readonly ingress: Ingress;
  /** The URLs so far. */
  readonly urls: readonly string[];
}

/** Connects to the real server, and notes each request. */
export function spyingIngress(): SpyingIngress {
  const urls: string[] = [];
  const ingress = connect({
    url: inject("ingressUrl"),
    fetch: (url, init) => {
      urls.push(url);
      return fetch(url, init);
    },
  });
  return { ingress, urls };
}
