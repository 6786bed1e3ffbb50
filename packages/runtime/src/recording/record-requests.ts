import { connect, type ConnectOptions } from "../connect.js";
import type { Fetch } from "../fetch.js";
import type { Ingress } from "../ingress.js";

/** A request as `fetch` got it. */
export interface RecordedRequest {
  /** `METHOD url`. */
  readonly line: string;
  /** All of its headers. */
  readonly headers: Readonly<Record<string, string>>;
  /** Its body as text; null if it has none. */
  readonly body: string | null;
}

/** A connection that answers by itself. */
export interface Recording {
  /** What clients are made of. */
  readonly ingress: Ingress;
  /** The requests so far. */
  readonly requests: readonly RecordedRequest[];
}

/** Connects to nothing: notes each request, and gives each the same answer. */
export function recordRequests(
  answer: () => Response = () => Response.json("done"),
  options: Partial<ConnectOptions> = {},
): Recording {
  const requests: RecordedRequest[] = [];
  const fetch: Fetch = async (url, init) => {
    requests.push({
      line: `${init.method} ${url}`,
      headers: Object.fromEntries(init.headers),
      body: init.body && (await new Response(init.body).text()),
    });
    return Promise.resolve(answer());
  };
  return { ingress: connect({ url: "http://restate:8080", fetch, ...options }), requests };
}

/** The answer to a message. */
export function accepted(more: object = {}): Response {
  const body = { invocationId: "inv_1", status: "Accepted", ...more };
  return Response.json(body, { status: 202, headers: { "x-restate-id": "inv_1" } });
}

/** What a promise rejects with; fails the test if it does not. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  const result = await promise.then(
    (value) => ({ value }),
    (reason: unknown) => ({ reason }),
  );
  if ("reason" in result) {
    return result.reason;
  }
  throw new Error(`It was fulfilled with ${JSON.stringify(result.value)}`);
}
