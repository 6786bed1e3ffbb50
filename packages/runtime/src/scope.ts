import { addressOf } from "./address.js";
import { refuse } from "./error.js";
import type { Ingress } from "./ingress.js";
import type { IdempotencyKeyRef, WorkflowRef } from "./invocation-ref.js";
import type { HeadersOption } from "./options.js";
import { json } from "./serde.js";
import { targetPath } from "./target.js";

/** Options of a scope. */
export interface ScopeOptions {
  /** What counts against the limits of the scope: one or two levels, as `plan/user`, each written like a scope. */
  readonly limitKey?: string | undefined;
}

/**
 * Returns a connection whose clients work within a scope. A key in it is another than the same key elsewhere, whether
 * of a workflow or for idempotency; ids and awakeables are the same everywhere. Needs Restate 1.7 with flow control
 * (`vqueues`), and for virtual objects one more setting.
 *
 * @throws an `IngressError` of source `request` if a name is not 1 to 36 letters, digits, dots, hyphens or underscores,
 *   or the connection is in a scope already.
 */
export function scope(ingress: Ingress, name: string, { limitKey }: ScopeOptions = {}): Ingress {
  // A URL parser resolves dots.
  if (ingress.within || !NAME.test(name) || /^\.\.?$/.test(name)) {
    refuse("scope");
  }
  const levels = limitKey?.split("/") ?? [];
  if (levels.length > 2 || !levels.every((level) => NAME.test(level))) {
    refuse("limit key");
  }
  const within = { scope: name };
  return {
    within,
    request: (path, target, serde, read, runs) => {
      if (target === undefined) {
        return ingress.request(path, target, serde, read, runs);
      }
      // A reference that was made in another scope leads back there.
      const scoped = { ...within, ...target };
      if (!path.startsWith("/restate/")) {
        const plain = targetPath(target);
        const verb = path === plain ? "call" : "send";
        const invoke = `/restate/scope/${name}/${verb}${plain}`;
        const send = ingress.request(invoke, scoped, serde, read, runs);
        return async (input, options) =>
          send(input, { ...options, headers: limited(options?.headers, limitKey) });
      }
      if ("invocationId" in scoped) {
        return ingress.request(path, scoped, serde, read, runs);
      }
      // Only what is asked by a body knows scopes.
      const verb = path.slice(path.lastIndexOf("/"));
      const ask = ingress.request(`/restate${verb}`, scoped, json, read, runs);
      // What is observed without an id is observed by a key.
      return async (_input, options) =>
        ask(addressOf(scoped as IdempotencyKeyRef | WorkflowRef), options);
    },
  };
}

/** How a scope, and each level of a limit key, is written. */
const NAME = /^[\w.-]{1,36}$/;

/** Adds a limit key to headers; one that they have is meant for this call. */
function limited(headers: HeadersOption | undefined, limitKey: string | undefined): HeadersOption {
  return async () => ({
    "x-restate-limit-key": limitKey,
    ...(typeof headers === "function" ? await headers() : headers),
  });
}
