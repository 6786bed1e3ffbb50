import type { IngressErrorDetails } from "./error.js";
import type { FetchResponse } from "./fetch.js";
import { decodeText } from "./serde.js";

/** A failure found in an answer. */
export interface Failure extends IngressErrorDetails {
  /** The server's message, or a sentence of ours if it sent none. */
  readonly message: string;
}

/**
 * Tells whether an answer is a failure, and whose. The status has the last word, not the first:
 * a handler may fail with any, even one that means success, and a proxy has its own.
 */
export function findFailure(
  { ok, status, headers }: FetchResponse,
  data: Uint8Array,
  request: string,
): Failure | undefined {
  const named = headers.get("x-restate-error-source");
  const invoked = headers.get("x-restate-id");
  if (ok && invoked && !named) {
    return undefined;
  }
  const text = decodeText(data);
  const { message, code, source: claimed, metadata, stacktrace } = readEnvelope(text);
  if (ok && !named && (claimed !== "invocation" || code !== status)) {
    // A browser shows no header of Restate's, so there the body has to look exactly like an error's.
    return undefined;
  }
  const hasCode = typeof code === "number";
  const source =
    RESTATE.find((one) => one === (named ?? claimed)) ??
    (invoked || hasCode
      ? "invocation"
      : // The one error of the ingress that is not JSON: of a body over its limit.
        message !== undefined || text === "length limit exceeded"
        ? "ingress"
        : "proxy");
  const got = `${request} got status ${status}`;
  // The user and the query of a URL may be secret.
  const location = headers.get("location")?.replace(/\/\/[^/]*@|[?#].*/g, "") ?? "another URL";
  const seen = status < 400 ? `a redirect to ${location}` : text.slice(0, 99);
  const own = source === "proxy" ? `${got}, not from Restate: ${seen}` : text || got;
  // So a server says that it has no such path, which only an idempotency key of odd characters needs.
  const old = source === "ingress" && !hasCode && message === "not found";
  return {
    source,
    message: old ? "not found: this idempotency key needs Restate 1.7" : (message ?? own),
    code: hasCode ? code : status,
    metadata,
    stacktrace,
  };
}

/** Those who name themselves. */
const RESTATE = ["invocation", "ingress"] as const;

/** The body of Restate's errors. Servers before 1.7.4 leave out `source`, and `code` in errors of their own. */
interface Envelope {
  readonly message?: string;
  readonly code?: unknown;
  readonly source?: unknown;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly stacktrace?: string;
}

function readEnvelope(text: string): Envelope {
  try {
    // Whatever has a message is taken for Restate's, as its servers before 1.7.4 sent no more.
    const body = JSON.parse(text) as Envelope;
    return typeof body.message === "string" ? body : {};
  } catch {
    return {};
  }
}
