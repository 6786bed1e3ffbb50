import { refuse } from "./error.js";
import { exchange } from "./exchange.js";
import type { Ingress } from "./ingress.js";
import type { RequestOptions } from "./options.js";

/** Where the ingress is, and the defaults of every request sent to it. */
export interface ConnectOptions extends RequestOptions {
  /** The ingress's URL: `https://host/prefix`, or in a browser also `/prefix` on the page's own host. */
  readonly url: string | { toString(): string };
}

/**
 * Returns a connection to a Restate ingress. No request is made yet.
 *
 * @throws an `IngressError` of source `request` if the URL is not one.
 */
export function connect({ url, ...defaults }: ConnectOptions): Ingress {
  // A query would swallow the paths, and `fetch` refuses credentials. The value may hold some, so it is not shown.
  const [, base = refuse("url")] =
    /^(https?:\/\/[^?#@]+?|(?=\/(?!\/))[^?#@]*?)\/*$/.exec(url as string) ?? [];
  // The options stay in here, so that a logged connection shows no secret.
  return { request: exchange(base, defaults) };
}
