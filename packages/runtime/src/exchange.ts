import { checkText } from "./check-text.js";
import { withDeadline } from "./deadline.js";
import { toMilliseconds } from "./duration.js";
import type { Credentials, Fetch } from "./fetch.js";
import type { Route } from "./ingress.js";
import { type Known, toError } from "./known.js";
import type { RequestOptions, SendOptions } from "./options.js";
import type { Policy } from "./policy.js";
import { readAnswer } from "./read-answer.js";
import { requestInit } from "./request-init.js";
import type { OwnSignal } from "./signal.js";
import type { Target } from "./target.js";

declare const fetch: Fetch;
declare const crypto: { getRandomValues(numbers: Uint32Array): Uint32Array };

/** Sends a request to the ingress at `base`, as often as its policy wants, and reads its answer. */
export async function exchange<Output>(
  base: string,
  defaults: RequestOptions,
  [path, target, serde, read, runs]: Route<Output>,
  input: unknown,
  { ...options }: Writable<SendOptions> = {},
): Promise<Output> {
  const option = <Name extends keyof RequestOptions>(name: Name) => options[name] ?? defaults[name];
  if (runs && option("autoIdempotencyKey")) {
    // Pages without TLS have no `randomUUID`.
    options.idempotencyKey ??= crypto.getRandomValues(new Uint32Array(4)).join("-");
  }
  const known = startKnowing(base + path, target, options);
  const attempt = async (signal: OwnSignal) => {
    try {
      known.source = "request";
      const own = { "content-type": serde?.contentType, "idempotency-key": options.idempotencyKey };
      const init = await requestInit(serde, input, [defaults.headers, options.headers, own]);
      signal.throwIfAborted();
      known.source = "network";
      known.attempts++;
      const credentials = option("credentials") as Credentials;
      const send = option("fetch") ?? fetch;
      const response = await send(known.url, { ...init, credentials, signal }, known);
      const data = new Uint8Array(await response.arrayBuffer());
      return readAnswer(response, data, known, read);
    } catch (cause) {
      throw toError(known, cause);
    }
  };
  const policy = option("reattach") || option("retry") || once;
  const expire = () => toError({ ...known, source: "timeout" });
  return withDeadline([defaults.signal, options.signal], option("timeout"), expire, (signal) =>
    policy(() => attempt(signal), { known, options, option, signal }),
  );
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

const once: Policy = (attempt) => attempt();

function startKnowing(
  url: string,
  target: Target | undefined,
  { delay, idempotencyKey: key }: SendOptions,
): Known {
  const query = delay === undefined ? "" : `?delay=${toMilliseconds("delay", delay).toFixed()}ms`;
  return {
    url: url + query,
    // With its key, the target is also what finds the invocation again.
    target:
      target && key != null
        ? { ...target, idempotencyKey: checkText("idempotency-key", key) }
        : target,
    attempts: 0,
    source: "request",
  };
}
