/** What came of a request. */
export interface Answer {
  readonly status: number;
  /** What the JSON of it says; nothing where there is none. */
  readonly body: unknown;
}

/** Asks a server as a program of its users does: `PUT /orders/1`, with JSON if there is something to say. */
export async function ask(
  url: string,
  route: string,
  body?: unknown,
  { headers = {}, signal = null }: Pick<RequestInit, "headers" | "signal"> = {},
): Promise<Answer> {
  const [method = "", path = ""] = route.split(" ");
  const content = body === undefined ? {} : { "content-type": "application/json" };
  const response = await fetch(url + path, {
    method,
    headers: { ...content, ...headers },
    body: body === undefined ? null : JSON.stringify(body),
    signal,
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}
