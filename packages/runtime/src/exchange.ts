import { withDeadline } from "./deadline.js";
import { toMilliseconds } from "./duration.js";
import { IngressError, type IngressErrorDetails, type IngressErrorSource } from "./error.js";
import type { Fetch, FetchInit } from "./fetch.js";
import { findFailure } from "./find-failure.js";
import type { HandlerResponse, IngressRequest } from "./ingress.js";
import type { RequestOptions } from "./options.js";
import { platform } from "./platform.js";
import { requestInit } from "./request-init.js";

/** Sends one request to the ingress at `base`, and reads its answer. */
export async function exchange<Output>(
  base: string,
  defaults: RequestOptions,
  request: IngressRequest<Output>,
): Promise<HandlerResponse<Output>> {
  const { path, target, serde, read, options = {} } = request;
  const name = `${serde ? "POST" : "GET"} ${base}${path}`;
  // What an error can tell: more as the request goes on.
  let known: Partial<IngressErrorDetails> = { target };
  const fail = (source: IngressErrorSource, message: string, details?: object) =>
    new IngressError(message, { ...known, ...details, source });

  const timeout = options.timeout ?? defaults.timeout;
  const deadline = {
    signals: [defaults.signal, options.signal],
    timeout: timeout === undefined ? timeout : toMilliseconds("timeout", timeout),
    expired: () => fail("timeout", `${name} timed out${GOES_ON}`),
  };
  const { response, data } = await withDeadline(deadline, async (signal) => {
    const init = await requestInit(request, defaults);
    signal.throwIfAborted();
    known = { target, attempts: 1 };
    const perform = options.fetch ?? defaults.fetch ?? platform.fetch;
    return fetchAll(perform, base + path, { ...init, signal }).catch((cause: unknown) => {
      signal.throwIfAborted();
      throw fail("network", describeSilence(name, cause), { cause });
    });
  });

  const { status, headers } = response;
  const invocationId = headers.get("x-restate-id") ?? undefined;
  known = { ...known, status, code: status, invocationId };
  const failure = findFailure(response, data, name);
  if (failure) {
    throw fail(failure.source, failure.message, failure);
  }
  try {
    const idempotencyExpires = headers.get("idempotency-expires") ?? undefined;
    return { output: read(data), invocationId, idempotencyExpires, status, headers };
  } catch (cause) {
    throw fail("response", `${name} got an unreadable answer. Is it Restate's ingress?`, { cause });
  }
}

async function fetchAll(perform: Fetch, url: string, init: FetchInit) {
  const response = await perform(url, init);
  return { response, data: new Uint8Array(await response.arrayBuffer()) };
}

const GOES_ON = ". What it started goes on: attach to it.";

function describeSilence(name: string, cause: unknown): string {
  // Node's fetch wraps the system's error, Bun's does not, and a browser's tells nothing. Only
  // codes are shown: a message may quote a header.
  const { code, cause: inner } = Object(cause) as { code?: string; cause?: { code?: string } };
  const reason = inner?.code ?? code ?? "no reason given";
  return `${name} got no answer (${reason})${/TIMEOUT/.test(reason) ? GOES_ON : ". Is Restate running there?"}`;
}
