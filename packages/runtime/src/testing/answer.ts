import type { FetchResponse, ResponseHeaders } from "../fetch.js";
import type { HeaderValues } from "../options.js";
import type { Failure, Outcome } from "./outcome.js";

declare const Headers: new (headers: Record<string, string>) => ResponseHeaders;
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Returns what `fetch` gives for a response. A real one could not have each status that Restate sends. */
export function answer(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | string = "",
): FetchResponse {
  const data = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return {
    status,
    ok: status >= 200 && status <= 299,
    headers: new Headers({ ...headers }),
    arrayBuffer: () => Promise.resolve(new Uint8Array(data).buffer),
  };
}

/** Returns a response in JSON. */
export function jsonAnswer(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): FetchResponse {
  return answer(status, { "content-type": JSON_TYPE, ...headers }, JSON.stringify(value));
}

/** Returns how the ingress refuses a request. */
export function ingressError(code: number, message: string): FetchResponse {
  const headers = { "x-restate-error-source": "ingress" };
  return jsonAnswer(code, { code, message, source: "ingress" }, headers);
}

/** Returns how the ingress tells what an invocation failed with. */
export function invocationError(failure: Failure, headers: HeaderValues): FetchResponse {
  const { code } = failure;
  const status = code >= 200 && code <= 999 ? code : 500;
  const told = definedOf({ ...headers, "x-restate-error-source": "invocation" });
  // HTTP lets these have no body.
  return status === 204 || status === 304
    ? answer(status, told)
    : jsonAnswer(status, { ...failure, source: "invocation" }, told);
}

/** Returns how the ingress tells what became of an invocation. */
export function outcomeAnswer(outcome: Outcome, headers: HeaderValues): FetchResponse {
  return "body" in outcome
    ? answer(200, definedOf({ ...headers, "content-type": outcome.contentType }), outcome.body)
    : invocationError(outcome, headers);
}

function definedOf(headers: HeaderValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

const JSON_TYPE = "application/json";
