import { IngressError } from "./error.js";
import type { FetchBody } from "./fetch.js";
import type { IngressRequest } from "./ingress.js";
import { json } from "./serde.js";

/** Returns the body of a request, or `undefined` if it has none. */
export function serializeInput({
  input,
  serde = json,
  target,
}: IngressRequest<unknown>): FetchBody | undefined {
  if (input === undefined) {
    return undefined;
  }
  try {
    const body = serde.serialize(input);
    // `fetch` itself refuses the shared memory that this type does.
    return body.length > 0 ? (body as FetchBody) : undefined;
  } catch (cause) {
    throw new IngressError(`The input cannot be serialized: ${cause}`, {
      source: "request",
      target,
      cause,
    });
  }
}
