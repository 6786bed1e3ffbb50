import { connect, type ConnectionOpts } from "@restate-codegen/runtime/clients";
import { inject } from "vitest";

/** A connection of the drop-in's to the real server, and what was asked through it. */
export interface SpyingDropIn {
  readonly ingress: ReturnType<typeof connect>;
  readonly urls: readonly string[];
  readonly headers: readonly Readonly<Record<string, string>>[];
}

/** Connects to the real server, and notes each request. */
export function spyingDropIn(options: Partial<ConnectionOpts>): SpyingDropIn {
  const url = inject("ingressUrl");
  const urls: string[] = [];
  const headers: Readonly<Record<string, string>>[] = [];
  const noting: ConnectionOpts["fetch"] = (to, init) => {
    urls.push(to);
    headers.push(Object.fromEntries(init.headers));
    return fetch(to, init);
  };
  return { ingress: connect({ url, fetch: noting, ...options }), urls, headers };
}
