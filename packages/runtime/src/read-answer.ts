import { IngressError, type IngressErrorDetails } from "./error.js";
import type { FetchResponse } from "./fetch.js";
import type { Reader } from "./ingress.js";
import type { Known } from "./known.js";
import { decodeText } from "./serde.js";

/** Returns what an answer says, or throws the failure that it tells of. */
export function readAnswer<Output>(
  { ok, status, headers }: FetchResponse,
  data: Uint8Array,
  known: Known,
  read: Reader<Output>,
): Output {
  const header = (name: string) => headers.get(name) ?? undefined;
  const invocationId = header("x-restate-id");
  Object.assign(known, { source: "response", status, invocationId });
  const named = header("x-restate-error-source");
  // A handler may fail with a status that means success, so that the status has the last word, not the first.
  const failed = !ok || named;
  if (failed || !invocationId) {
    const text = decodeText(data);
    const { message, code, source: claimed, metadata, stacktrace } = readEnvelope(text);
    const told = named ?? claimed;
    // Servers before 1.7.4 do not tell who failed. Their own errors are a message alone, and keep nobody out: that is
    // what gateways do, in whatever form.
    const letsIn = status !== 401 && status !== 403;
    const guess =
      (invocationId ?? (letsIn && code))
        ? "invocation"
        : letsIn && (message ?? status === 413)
          ? "ingress"
          : "proxy";
    const source = (told ?? guess) as IngressErrorDetails["source"];
    const isNotReady = source === "ingress" && status === NOT_READY;
    // In a browser, which shows no header of Restate's, an error has to look exactly like one.
    if (failed ? !isNotReady : told === "invocation" && code === status) {
      // The user and the query of a redirect's URL may be secret. A browser does not even show it.
      const seen = header("location")?.replace(/\/\/.*@|[?#].*/g, "") ?? text.slice(0, 99);
      // So a server says that it has no such path, which only an odd idempotency key needs.
      const hint = !told && message === "not found" ? ": needs Restate 1.7" : "";
      const details = { ...known, source, code: code ?? status, metadata, stacktrace };
      throw new IngressError((message ?? `${known.url}: ${status} ${seen}`) + hint, details);
    }
  }
  return read(data, {
    status,
    headers,
    idempotencyExpires: header("idempotency-expires"),
    invocationId,
  });
}

/** Restate's own status for "exists, but has not completed yet". */
export const NOT_READY = 470;

/** The body of Restate's errors. Servers before 1.7.4 leave out `source`, and `code` in errors of their own. */
type Envelope = Partial<IngressErrorDetails> & { readonly message?: string };

function readEnvelope(text: string): Envelope {
  try {
    return Object(JSON.parse(text)) as Envelope;
  } catch {
    return {};
  }
}
