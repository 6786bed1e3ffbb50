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
  options: SendOptions = {},
): Promise<Output> {
  const option = <Name extends keyof RequestOptions>(name: Name) => options[name] ?? defaults[name];
  const { delay } = options;
  const query = delay === undefined ? "" : `?delay=${toMilliseconds("delay", delay).toFixed()}ms`;
  const key =
    options.idempotencyKey ?? (runs && option("autoIdempotencyKey") ? randomKey() : undefined);
  const known: Known = {
    url: base + path + query,
    // With its key, the target is also what finds the invocation again.
    target:
      key == null
        ? target
        : { ...(target as Target), idempotencyKey: checkText("idempotency-key", key) },
    attempts: 0,
    source: "request",
  };
  const attempt = async (signal: OwnSignal, send: Fetch) => {
    try {
      known.source = "request";
      const own = { "content-type": serde?.contentType, "idempotency-key": key };
      const init = await requestInit(serde, input, [defaults.headers, options.headers, own]);
      signal.throwIfAborted();
      known.source = "network";
      known.attempts++;
      const credentials = option("credentials") as Credentials;
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
    policy((send = option("fetch") ?? fetch) => attempt(signal, send), { known, option, signal }),
  );
}

const once: Policy = (attempt) => attempt();

/** Returns a key that nobody else has. Pages without TLS have no `randomUUID`. */
function randomKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}
