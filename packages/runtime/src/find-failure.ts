import type { IngressErrorDetails, IngressErrorSource } from "./error.js";
import type { IngressAnswer } from "./ingress.js";
import { decodeText } from "./serde.js";

/** A failure found in an answer. */
export interface Failure extends IngressErrorDetails {
  /** The server's message, or a sentence of ours if it sent none. */
  readonly message: string;
}

/** The body of Restate's errors. Servers before 1.7.4 leave out `source`, and `code` in errors of their own. */
interface Envelope {
  readonly message: string;
  readonly code?: unknown;
  readonly source?: unknown;
  readonly metadata?: Record<string, string>;
  readonly stacktrace?: string;
}

/**
 * Tells whether an answer is a failure, and whose. The status has the last word, not the first:
 * a handler may fail with any, even one that means success, and a proxy has its own.
 */
export function findFailure(answer: IngressAnswer, request: string): Failure | undefined {
  const { status } = answer;
  const text = decodeText(answer.data);
  const envelope = readEnvelope(text);
  const source = whoFailed(answer, text, envelope);
  return (
    source && {
      message:
        envelope?.message ??
        (source === "proxy"
          ? request + describeStranger(answer, text)
          : text || `${request} failed with status ${status}.`),
      source,
      metadata: envelope?.metadata,
      stacktrace: envelope?.stacktrace,
      status,
      code: typeof envelope?.code === "number" ? envelope.code : status,
      invocationId: invocationIdOf(answer),
    }
  );
}

/** Returns the id of the invocation that an answer is about, if the server named it. */
export function invocationIdOf({ headers }: IngressAnswer): string | undefined {
  return headers.get("x-restate-id") ?? undefined;
}

function readEnvelope(text: string): Envelope | undefined {
  try {
    const body = JSON.parse(text);
    return typeof body.message === "string" ? body : undefined;
  } catch {
    return undefined;
  }
}

function whoFailed(
  answer: IngressAnswer,
  text: string,
  envelope: Envelope | undefined,
): IngressErrorSource | undefined {
  const { status, headers } = answer;
  const named = headers.get("x-restate-error-source");
  if (named === "invocation" || named === "ingress") {
    return named;
  }
  const invoked = invocationIdOf(answer);
  if (status >= 200 && status < 300) {
    // A browser shows no header of Restate's, so the body has to look exactly like an error's.
    return !invoked && envelope?.source === "invocation" && envelope.code === status
      ? "invocation"
      : undefined;
  }
  if (envelope?.source === "invocation" || envelope?.source === "ingress") {
    return envelope.source;
  }
  if (invoked || envelope?.code !== undefined) {
    return "invocation";
  }
  // The one error of the ingress that is not JSON: the body is over its limit.
  return envelope || (status === 413 && text === "length limit exceeded") ? "ingress" : "proxy";
}

function describeStranger({ status, headers }: IngressAnswer, text: string): string {
  const location = headers.get("location");
  return location || status < 400
    ? ` was redirected${location ? ` to ${location.replace(/\/\/[^/]*@/, "//").replace(/[?#].*/, "")}` : ""}; set url to the ingress itself.`
    : ` was answered by something other than Restate, with status ${status}: ${text.slice(0, 100)}`;
}
