import type { Ingress } from "./ingress.js";
import type { RequestOptions } from "./options.js";
import { json } from "./serde.js";

/** What a healthy ingress says of itself. */
export interface Health {
  /** The names of the services that can be called, in no order. */
  readonly services: readonly string[];
}

/** Asks whether the ingress is there; rejects if it is not. */
export async function health(ingress: Ingress, options?: RequestOptions): Promise<Health> {
  // This is what the server answers.
  const read = (data: Uint8Array) => json.deserialize(data) as Health;
  return ingress.request("/restate/health", undefined, undefined, read)(undefined, options);
}
