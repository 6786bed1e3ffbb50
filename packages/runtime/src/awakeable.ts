import type { Ingress } from "./ingress.js";
import type { RequestOptions } from "./options.js";
import { type InputSerde, json, type Serde } from "./serde.js";
import { toSegment } from "./target.js";

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
  await complete(ingress, id, "resolve", serde)(payload, options);
}

/** Rejects an awakeable: the handler that waits for it gets a terminal error with the reason as its message. */
export async function rejectAwakeable(
  ingress: Ingress,
  id: string,
  reason: string,
  options?: RequestOptions,
): Promise<void> {
  await complete(ingress, id, "reject", text)(reason, options);
}

const text = { contentType: "text/plain", serialize: String };

function complete(ingress: Ingress, id: string, verb: "resolve" | "reject", serde: InputSerde) {
  const path = `/restate/awakeables${toSegment(id || undefined)}/${verb}`;
  return ingress.request(path, undefined, serde, () => undefined);
}
