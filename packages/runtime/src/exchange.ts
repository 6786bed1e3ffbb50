import { beforeDeadline, createDeadline } from "./deadline.js";
import { IngressError, type IngressErrorDetails, type IngressErrorSource } from "./error.js";
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
  const { path, target, output, options = {} } = request;
  const url = base + path;
  const timeout = options.timeout ?? defaults.timeout;
  const deadline = createDeadline([defaults.signal, options.signal], timeout);
  const signal = deadline?.signal;
  // What an error can tell: more as the request goes on.
  let known: IngressErrorDetails = { source: "request", target };
  let failed: IngressError | undefined;

  const perform = async (): Promise<HandlerResponse<Output>> => {
    const init = await requestInit(request, defaults);
    signal?.throwIfAborted();
    known = { source: "network", target, attempts: 1 };
    const send = options.fetch ?? defaults.fetch ?? platform.fetch;
    const response = await send(url, { ...init, ...(signal && { signal }) });
    const data = new Uint8Array(await response.arrayBuffer());

    const { status, headers } = response;
    const invocationId = headers.get("x-restate-id") ?? undefined;
    known = { ...known, source: "response", code: status, status, invocationId };
    const failure = findFailure(response, data, url);
    if (failure) {
      throw (failed = new IngressError(failure.message, { ...known, ...failure }));
    }
    const idempotencyExpires = headers.get("idempotency-expires") ?? undefined;
    return { output: output.deserialize(data), invocationId, idempotencyExpires, status, headers };
  };

  try {
    return await beforeDeadline(deadline, perform);
  } catch (cause) {
    const source = deadline?.expired() ? "timeout" : known.source;
    const isAborted = signal?.aborted && source !== "timeout";
    // What cannot be sent says why itself, and so does the server.
    if (isAborted || source === "request" || failed) {
      throw isAborted ? signal.reason : cause;
    }
    throw new IngressError(`${url} gave ${describe(source, cause)}`, { ...known, source, cause });
  }
}

function describe(source: IngressErrorSource, cause: unknown): string {
  // Only a code or a kind is shown: a message may quote a header. Node's fetch wraps the system's error,
  // Bun's does not, and a browser's tells nothing.
  const { code, name, cause: inner } = Object(cause) as ErrorLike;
  // The codes of a platform's own exceptions are numbers, and say less than their names.
  const isText = (one: unknown): one is string => typeof one === "string";
  const reason = [inner?.code, code, name].find(isText) ?? "no reason given";
  if (/timeout/i.test(reason)) {
    return `no answer in time (${reason}). What it started goes on: attach to it.`;
  }
  return source === "response"
    ? `an unreadable answer (${reason}). Is it Restate's ingress?`
    : `no answer (${reason}). Is Restate running there?`;
}

interface ErrorLike {
  readonly code?: unknown;
  readonly name?: unknown;
  readonly cause?: { readonly code?: unknown };
}
