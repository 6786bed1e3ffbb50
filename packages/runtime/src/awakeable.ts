import type { Ingress } from "./ingress.js";
import type { RequestOptions } from "./options.js";
import { encodeText, type Serde } from "./serde.js";
import { pathSegment } from "./target.js";

/** Options of resolving an awakeable. */
export interface ResolveOptions<T> extends RequestOptions {
  /** Writes the payload; JSON by default, as the handler's awakeable reads it by default. */
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
  { serde, ...options }: ResolveOptions<T> = {},
): Promise<void> {
  return ingress.request({
    method: "POST",
    path: awakeablePath(id, "resolve"),
    input: payload,
    serde,
    options,
    read: () => undefined,
  });
}

/** Rejects an awakeable: the handler that waits for it gets a terminal error with the reason as its message. */
export async function rejectAwakeable(
  ingress: Ingress,
  id: string,
  reason: string,
  options?: RequestOptions,
): Promise<void> {
  return ingress.request({
    method: "POST",
    path: awakeablePath(id, "reject"),
    input: reason,
    serde: text,
    options,
    read: () => undefined,
  });
}

const text = { contentType: "text/plain", serialize: encodeText };

function awakeablePath(id: string, verb: "resolve" | "reject"): string {
  return `/restate/awakeables/${pathSegment("awakeable id", id || undefined)}/${verb}`;
}
