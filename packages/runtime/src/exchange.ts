import { withDeadline } from "./deadline.js";
import { toMilliseconds } from "./duration.js";
import { IngressError, type IngressErrorSource } from "./error.js";
import type { Credentials, Fetch } from "./fetch.js";
import type { Route } from "./ingress.js";
import type { RequestOptions, SendOptions } from "./options.js";
import { type Failure, type Known, readAnswer } from "./read-answer.js";
import { requestInit } from "./request-init.js";
import type { OwnSignal } from "./signal.js";
import type { Target } from "./target.js";

declare const fetch: Fetch;

/** Sends a request to the ingress, as often as its policies want, and reads its answer. */
export async function exchange<Output>(
  base: string,
  defaults: RequestOptions,
  [path, target, serde, read, runs]: Route<Output>,
  input: unknown,
  { ...options }: Writable<SendOptions> = {},
): Promise<Output> {
  const option = <Name extends keyof RequestOptions>(name: Name) => options[name] ?? defaults[name];
  if (runs && option("autoIdempotencyKey")) {
    options.idempotencyKey ??= randomKey();
  }
  const url = base + path + delayQuery(options);
  const { signal, idempotencyKey } = options;
  // What an error can tell: more as the request goes on.
  const known: Known = {
    target: runs && idempotencyKey != null ? { ...(target as Target), idempotencyKey } : target,
    attempts: 0,
  };
  const fail = (failure: Failure, reason?: unknown) =>
    new IngressError(failure.message ?? `${url}: ${failure.source} error (${reason as string})`, {
      ...known,
      ...failure,
    });
  const attempt = async (signal: OwnSignal) => {
    let source: IngressErrorSource = "request";
    try {
      const own = { "content-type": serde?.contentType, "idempotency-key": idempotencyKey };
      const init = await requestInit(serde, input, [defaults.headers, options.headers, own]);
      signal.throwIfAborted();
      source = "network";
      known.attempts++;
      const credentials = option("credentials") as Credentials;
      const send = option("fetch") ?? fetch;
      const response = await send(url, { ...init, redirect: "manual", credentials, signal }, known);
      const data = new Uint8Array(await response.arrayBuffer());
      source = "response";
      return readAnswer(response, data, known, fail, read);
    } catch (cause) {
      const error = cause as Thrown | undefined;
      throw error?.attempts ? error : fail({ source, cause }, error?.cause?.code ?? error);
    }
  };
  const policy = option("reattach") || option("retry");
  return withDeadline(
    [defaults.signal, signal],
    option("timeout"),
    () => fail({ source: "timeout" }),
    (own) =>
      policy ? policy(() => attempt(own), { known, options, option, signal: own }) : attempt(own),
  );
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** What may be thrown: an error of ours, which counts attempts, or one of the platform's, whose cause says more. */
interface Thrown {
  readonly attempts?: number;
  readonly cause?: { readonly code?: unknown };
}

function delayQuery({ delay }: SendOptions): string {
  return delay === undefined ? "" : `?delay=${toMilliseconds("delay", delay).toFixed()}ms`;
}

declare const crypto: { getRandomValues(numbers: Uint32Array): Uint32Array };

/** Returns a key that nobody else has. Pages without TLS have no `randomUUID`. */
function randomKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}
