import type { JournalValueCodec } from "@restatedev/restate-sdk-core";
import type { Fetch } from "../fetch.js";

declare const fetch: Fetch;

/** Returns a `fetch` that decodes what a handler gave. Errors are not encoded. */
export function decodeResults({ decode }: JournalValueCodec, send: Fetch | undefined): Fetch {
  return async (...request) => {
    const response = await (send ?? fetch)(...request);
    const { ok, status, headers } = response;
    if (!ok || headers.get("x-restate-error-source") !== null) {
      return response;
    }
    const arrayBuffer = async () => {
      const decoded = await decode(new Uint8Array(await response.arrayBuffer()));
      return new Uint8Array(decoded).buffer;
    };
    return { ok, status, headers, arrayBuffer };
  };
}
