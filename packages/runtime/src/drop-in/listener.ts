import type { Fetch, FetchResponse } from "../fetch.js";
import { decodeText } from "../serde.js";

declare const fetch: Fetch;

/** Sees what comes back for one attempt. */
export interface Listener {
  /** Sends, and listens. */
  readonly fetch: Fetch;
  /** The answer; undefined where there was none. */
  readonly answer: FetchResponse | undefined;
  /** The body of the answer, if it was read. */
  readonly text: string;
}

/** Returns a listener that sends with a `fetch`, or with the global one. */
export function listen(send: Fetch | undefined): Listener {
  let answer: FetchResponse | undefined;
  let text = "";
  const read = async (response: FetchResponse) => {
    const data = await response.arrayBuffer();
    text = decodeText(new Uint8Array(data));
    return data;
  };
  return {
    get answer() {
      return answer;
    },
    get text() {
      return text;
    },
    fetch: async (...request) => {
      const response = await (send ?? fetch)(...request);
      const { ok, status, headers } = response;
      answer = { ok, status, headers, arrayBuffer: () => read(response) };
      return answer;
    },
  };
}
