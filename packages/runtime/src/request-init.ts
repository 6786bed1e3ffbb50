import { checkText } from "./check-text.js";
import { IngressError } from "./error.js";
import type { FetchBody, FetchInit } from "./fetch.js";
import type { IngressRequest } from "./ingress.js";
import type { HeadersOption, RequestOptions } from "./options.js";

/** Returns what `fetch` needs to know of a request, but for its signal. */
export async function requestInit(
  request: IngressRequest<unknown>,
  defaults: RequestOptions,
): Promise<Omit<FetchInit, "signal">> {
  const { serde, options = {} } = request;
  const body = serializeInput(request);
  const headers = await mergeHeaders([
    defaults.headers,
    options.headers,
    { "content-type": serde?.contentType, "idempotency-key": options.idempotencyKey },
  ]);
  if (!body) {
    // The ingress takes an empty body without a content type only.
    delete headers["content-type"];
  }
  return { method: serde ? "POST" : "GET", headers, body, redirect: "manual" };
}

function serializeInput({ serde, input, target }: IngressRequest<unknown>): FetchBody | null {
  try {
    const body = input !== undefined && serde?.serialize(input);
    // `fetch` refuses memory that threads share, which no serde makes.
    return body && body.length > 0 ? (body as FetchBody) : null;
  } catch (cause) {
    const message = `The input cannot be serialized: ${String(cause)}`;
    throw new IngressError(message, { source: "request", target, cause });
  }
}

async function mergeHeaders(
  sources: readonly (HeadersOption | undefined)[],
): Promise<Record<string, string>> {
  const merged: Record<string, string> = {};
  for (const source of sources) {
    const values = typeof source === "function" ? await source() : source;
    for (const [name, value] of Object.entries(values ?? {})) {
      if (value !== undefined) {
        merged[name.toLowerCase()] = checkText(name, value);
      }
    }
  }
  return merged;
}
