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
  const seemsFine = ok && !named;
  if (seemsFine && invoked) {
    return undefined;
  }
  const text = decodeText(data);
  const { message, code, source: claimed, metadata, stacktrace } = readEnvelope(text);
  if (seemsFine && (claimed !== "invocation" || code !== status)) {
    // A browser shows no header of Restate's, so there the body has to look exactly like an error's.
    return undefined;
  }
  const hasCode = typeof code === "number";
  const told = [named, claimed].find((one) => one === "invocation" || one === "ingress");
  // Servers before 1.7.4 do not say. Their own errors are a message alone, but for a body over its limit.
  const isIngress = message !== undefined || text === "length limit exceeded";
  const source = told ?? (invoked || hasCode ? "invocation" : isIngress ? "ingress" : "proxy");
  // The user and the query of the new URL may be secret. A browser does not even show it.
  const seen =
    source === "proxy" && status < 400
      ? `redirect to ${headers.get("location")?.replace(/\/\/[^/]*@|[?#].*/g, "") ?? "elsewhere"}`
      : `${status} ${text.slice(0, 99)}`;
  // So a server says that it has no such path, which only an idempotency key of odd characters needs.
  const isOld = !told && message === "not found";
  return {
    source,
    code: hasCode ? code : status,
    metadata,
    stacktrace,
    message: isOld ? `${message}: needs Restate 1.7` : (message ?? `${request}: ${seen}`.trim()),
  };
}

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
