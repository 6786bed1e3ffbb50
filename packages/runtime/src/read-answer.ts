import type { IngressError, IngressErrorDetails, IngressErrorSource } from "./error.js";
import type { FetchResponse } from "./fetch.js";
import type { Reader } from "./ingress.js";
import { decodeText } from "./serde.js";

/** What is known of a failure. */
export interface Failure extends IngressErrorDetails {
  /** The server's message, if it sent one. */
  readonly message?: string | undefined;
}

/** What is known of a request, and of its latest answer. */
export interface Known extends Omit<IngressErrorDetails, "source" | "attempts"> {
  /** How many requests were sent so far. */
  attempts: number;
}

/** Returns what an answer says, or throws the failure that it tells of. */
export function readAnswer<Output>(
  { ok, status, headers }: FetchResponse,
  data: Uint8Array,
  known: Known,
  fail: (failure: Failure, reason: unknown) => IngressError,
  read: Reader<Output>,
): Output {
  const header = (name: string) => headers.get(name) ?? undefined;
  const invocationId = header("x-restate-id");
  Object.assign(known, { status, invocationId });
  // The status has the last word, not the first: a handler may fail with one that means success.
  const named = header("x-restate-error-source");
  const failed = !ok || named;
  if (failed || !invocationId) {
    const text = decodeText(data);
    const body = parse(text);
    const { code, message } = body ?? {};
    const told = named ?? body?.source;
    // Servers before 1.7.4 do not say who failed. Their own errors are a message alone.
    const guess =
      (invocationId ?? code) ? "invocation" : (message ?? status === 413) ? "ingress" : "proxy";
    // What this is checked by is the type of what was read.
    const source = (told ?? guess) as IngressErrorSource;
    // In a browser, which shows no header of Restate's, an error has to look exactly like one.
    if (
      failed
        ? source !== "ingress" || status !== NOT_READY
        : source === "invocation" && code === status
    ) {
      // The user and the query of a redirect's URL may be secret. A browser does not even show it.
      const location = header("location")?.replace(/\/\/.*@|[?#].*/g, "");
      const reason = `${status} ${location ?? text.slice(0, 99)}`;
      // So a server says that it has no such path, which only an idempotency key of odd characters needs.
      const isOld = !told && message === "not found";
      throw fail(
        {
          ...body,
          source,
          code: code ?? status,
          ...(isOld && { message: `${message}: needs Restate 1.7` }),
        },
        reason,
      );
    }
  }
  const idempotencyExpires = header("idempotency-expires");
  return read(data, { ...known, status, idempotencyExpires, headers });
}

/** Restate's own status for "exists, but has not completed yet". */
export const NOT_READY = 470;

/** Reads the body of Restate's errors, or what else there is. */
function parse(text: string): Partial<Failure> | undefined {
  try {
    return JSON.parse(text) as Partial<Failure>;
  } catch {
    return undefined;
  }
}
