import { connect } from "../connect.js";
import type { IngressError } from "../error.js";
import type { Fetch } from "../fetch.js";
import type { Reader } from "../ingress.js";
import type { InvocationRef } from "../invocation-ref.js";
import type { RequestOptions } from "../options.js";
import { json } from "../serde.js";
import { endWhere } from "./end-where.js";

declare const fetch: Fetch;

/** What every request to the admin API takes. Each option given with a request wins over the connection's. */
export type AdminOptions = Omit<RequestOptions, "reattach" | "autoIdempotencyKey">;

/** Where the admin API is, and the defaults of every request sent to it. */
export interface ConnectAdminOptions extends AdminOptions {
  /** The admin API's URL: `http://localhost:9070`. It has a port of its own, which is not the ingress's. */
  readonly url: string | { toString(): string };
}

/** A connection to a Restate server's admin API, made by `connectAdmin`. It holds no socket, and need not be closed. */
export interface Admin {
  /**
   * Sends a request and reads its answer. For this package only.
   *
   * @internal
   */
  readonly ask: <Answer>(question: Question<Answer>, options?: AdminOptions) => Promise<Answer>;
}

/** A request to the admin API, and how its answer is to be understood. */
export interface Question<Answer> {
  /** What comes after the admin API's URL, encoded, with a leading slash. */
  readonly path: string;
  /** The invocation it is about, to be named by an error. */
  readonly target?: InvocationRef | undefined;
  /** What is posted, as JSON. */
  readonly body?: unknown;
  /** Changes a request on its way to `send`, and the response on its way back. */
  readonly fetch: (send: Fetch) => Fetch;
  /** Reads the answer of a success. */
  readonly read: Reader<Answer>;
  /** Whether such a failure is not to be followed by another attempt. */
  readonly isFinal?: (error: IngressError) => boolean;
}

/**
 * Returns a connection to the admin API, which serves operators and belongs behind a firewall. No request is made yet.
 *
 * @throws an `IngressError` of source `request` if the URL is not one.
 */
export function connectAdmin({ url, ...defaults }: ConnectAdminOptions): Admin {
  const { request } = connect({ url, ...defaults });
  return {
    ask: async ({ path, target, body, read, isFinal = () => false, ...question }, options) => {
      const retry = options?.retry ?? defaults.retry;
      const send = options?.fetch ?? defaults.fetch;
      return request(
        path,
        target,
        body === undefined ? undefined : json,
        read,
      )(body, {
        ...options,
        fetch: question.fetch((...attempt) => (send ?? fetch)(...attempt)),
        retry: retry && endWhere(isFinal, retry),
        // Nothing here waits for a result, and a restart must not be repeated.
        reattach: false,
      });
    },
  };
}
