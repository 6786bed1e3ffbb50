import { checkText } from "./check-text.js";
import type { FetchBody, FetchInit, PlatformHeaders, RequestHeaders } from "./fetch.js";
import type { HeadersOption, HeaderValues } from "./options.js";
import type { InputSerde } from "./serde.js";

declare const Headers: new () => PlatformHeaders & RequestHeaders;

/** Returns what `fetch` needs to know of an input, and of headers that are merged by name: the later win. */
export async function requestInit(
  serde: InputSerde | undefined,
  input: unknown,
  sources: readonly (HeadersOption | undefined)[],
): Promise<Omit<FetchInit, "credentials" | "signal">> {
  // `fetch` refuses memory that threads share, which no serde makes.
  const body = serde?.serialize(input) as FetchBody | undefined;
  const headers = new Headers();
  for (const source of sources) {
    const values: HeaderValues | undefined = typeof source === "function" ? await source() : source;
    for (const name in values) {
      if (values[name] != null) {
        headers.set(name, checkText(name, values[name]));
      }
    }
  }
  if (!body?.length) {
    // The ingress takes an empty body without a content type only.
    headers.delete("content-type");
  }
  return {
    headers,
    cache: "no-store",
    redirect: "manual",
    method: serde ? "POST" : "GET",
    body: body || null,
  };
}
