import type { JournalValueCodec } from "@restatedev/restate-sdk-core";
import type { Fetch } from "../fetch.js";
import { toError } from "../known.js";

declare const fetch: Fetch;

/** Returns a `fetch` that decodes what a handler gave. Errors are not encoded. */
export function decodeResults(codec: JournalValueCodec, send: Fetch | undefined): Fetch {
  return async (url, init, known) => {
    const response = await (send ?? fetch)(url, init, known);
    const { ok, status, headers } = response;
    if (!ok || headers.get("x-restate-error-source") !== null) {
      return response;
    }
    const arrayBuffer = async () => {
      const data = new Uint8Array(await response.arrayBuffer());
      try {
        return new Uint8Array(await codec.decode(data)).buffer;
      } catch (cause) {
        // Else it would pass for a connection that broke, and be repeated.
        const { target, attempts } = known;
        const invocationId = headers.get("x-restate-id") ?? undefined;
        throw toError({ source: "response", url, status, invocationId, target, attempts }, cause);
      }
    };
    return { ok, status, headers, arrayBuffer };
  };
}
