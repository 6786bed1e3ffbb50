import type { Ingress } from "./ingress.js";
import type { RequestOptions } from "./options.js";
import { json, type Serde } from "./serde.js";
import { toPath } from "./target.js";

/** Options of resolving an awakeable. */
export interface ResolveOptions<T> extends RequestOptions {
  /** Writes the payload; JSON by default, which is also how a handler reads it by default. */
  readonly serde?: Serde<T> | undefined;
}

/**
 * Resolves an awakeable: the handler that waits for it goes on with the payload.
 * Restate accepts every well-formed id, even of an awakeable that is completed or gone.
 */
export async function resolveAwakeable<T>(
  ingress: Ingress,
  id: string,
  payload?: T,
  { serde = json as Serde<T>, ...options }: ResolveOptions<T> = {},
): Promise<void> {
  await ingress.request({
    path: awakeablePath(id, "resolve"),
    serde,
    input: payload,
    output: nothing,
    options,
  });
}

/** Rejects an awakeable: the handler that waits for it gets a terminal error with the reason as its message. */
export async function rejectAwakeable(
  ingress: Ingress,
  id: string,
  reason: string,
  options?: RequestOptions,
): Promise<void> {
  await ingress.request({
    path: awakeablePath(id, "reject"),
    serde: text,
    input: reason,
    output: nothing,
    options,
  });
}

const text = { contentType: "text/plain", serialize: String };

const nothing = { deserialize: () => undefined };

function awakeablePath(id: string, verb: "resolve" | "reject"): string {
  return `/restate/awakeables${toPath(id || undefined)}/${verb}`;
}
