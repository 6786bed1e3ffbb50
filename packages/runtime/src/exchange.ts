import { withDeadline } from "./deadline.js";
import { toMilliseconds } from "./duration.js";
import { IngressError, type IngressErrorDetails } from "./error.js";
import type { Fetch, FetchInit, PlatformSignal } from "./fetch.js";
import { findFailure, invocationIdOf } from "./find-failure.js";
import type { IngressAnswer, IngressRequest } from "./ingress.js";
import { checkIdempotencyKey } from "./idempotency-key.js";
import { mergeHeaders } from "./merge-headers.js";
import type { RequestOptions } from "./options.js";
import { json } from "./serde.js";
import { serializeInput } from "./serialize-input.js";

/** Sends one request to the ingress at `base`, and reads its answer. */
export async function exchange<T>(
  base: string,
  defaults: RequestOptions,
  request: IngressRequest<T>,
): Promise<T> {
  const { method, path, query = "", target, options = {}, serde = json, read } = request;
  const name = `${method} ${base}${path}`;
  const body = serializeInput(request);
  if (options.idempotencyKey !== undefined) {
    checkIdempotencyKey(options.idempotencyKey);
  }
  const own = {
    "content-type": serde.contentType,
    "idempotency-key": options.idempotencyKey,
  };
  const timeout = options.timeout ?? defaults.timeout;
  let attempts = 0;
  const fail = (message: string, details: IngressErrorDetails) =>
    new IngressError(message, { target, attempts, ...details });

  const deadline = {
    signals: [defaults.signal, options.signal].filter((signal) => signal !== undefined),
    timeout: timeout === undefined ? undefined : toMilliseconds("timeout", timeout),
    expired: () => fail(`${name} timed out. ${GOES_ON}`, { source: "timeout" }),
  };
  const answer = await withDeadline(deadline, async (signal) => {
    const headers = await mergeHeaders([defaults.headers, options.headers, own]);
    if (!body) {
      delete headers["content-type"];
    }
    // The deadline may have passed meanwhile, and then nothing may be sent.
    if (signal.aborted) {
      throw signal.reason;
    }
    attempts = 1;
    // Looked up per request, so that a test can replace the global later on.
    return fetchAnswer(options.fetch ?? defaults.fetch ?? fetch, base + path + query, {
      method,
      headers,
      ...(body && { body }),
      // Where the platform has an AbortSignal of its own, this is one.
      signal: signal as PlatformSignal,
      redirect: "manual",
    }).catch((cause: unknown) => {
      throw fail(describeSilence(name, base, cause), { source: "network", cause });
    });
  });

  const failure = findFailure(answer, name);
  if (failure) {
    throw fail(failure.message, failure);
  }
  try {
    return read(answer);
  } catch (cause) {
    const { status } = answer;
    throw fail(`${name} was answered with something unreadable. Is it the ingress?`, {
      source: "response",
      status,
      code: status,
      invocationId: invocationIdOf(answer),
      cause,
    });
  }
}

const GOES_ON = "What it started goes on: attach to it, instead of waiting in one request.";

async function fetchAnswer(perform: Fetch, url: string, init: FetchInit): Promise<IngressAnswer> {
  const response = await perform(url, init);
  const { status, headers } = response;
  return { status, headers, data: new Uint8Array(await response.arrayBuffer()) };
}

function describeSilence(name: string, base: string, cause: unknown): string {
  // Node's fetch wraps the system's error, Bun's does not, and a browser's tells nothing.
  const { code, cause: inner } = cause as { code?: unknown; cause?: { code?: unknown } };
  const reason = String(inner?.code ?? code);
  const advice = reason.includes("TIMEOUT") ? GOES_ON : `Is Restate running at ${base}?`;
  return `${name} got no answer (${reason}). ${advice}`;
}
