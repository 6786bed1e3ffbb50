import { checkText } from "./check-text.js";
import { IngressError } from "./error.js";
import type { FetchBody, FetchInit } from "./fetch.js";
import type { IngressRequest } from "./ingress.js";
import type { RequestOptions } from "./options.js";

/** Returns what `fetch` needs to know of a request, but for its signal. */
export async function requestInit(
  request: IngressRequest<unknown>,
  defaults: RequestOptions,
): Promise<Omit<FetchInit, "signal">> {
  const { serde, options } = request;
  const body = serializeInput(request);
  const headers: Record<string, string> = {};
  for (const source of [
    defaults.headers,
    options?.headers,
    { "content-type": serde?.contentType, "idempotency-key": options?.idempotencyKey },
  ]) {
    const values = typeof source === "function" ? await source() : source;
    for (const [name, value] of Object.entries(values ?? {})) {
      if (value !== undefined) {
        headers[name.toLowerCase()] = checkText(name, value);
      }
    }
  }
  if (!body?.length) {
    // The ingress takes an empty body without a content type only.
    delete headers["content-type"];
  }
  return { method: serde ? "POST" : "GET", headers, body: body || null, redirect: "manual" };
}

function serializeInput({ serde, input, target }: IngressRequest<unknown>): FetchBody | undefined {
  try {
    // `fetch` refuses memory that threads share, which no serde makes.
    return input === undefined ? "" : (serde?.serialize(input) as FetchBody | undefined);
  } catch (cause) {
    const message = `The input cannot be serialized: ${String(cause)}`;
    throw new IngressError(message, { source: "request", target, cause });
  }
}
