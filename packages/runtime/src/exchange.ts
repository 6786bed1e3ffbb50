import { checkText } from "./check-text.js";
import { toMilliseconds } from "./duration.js";
import type { Credentials } from "./fetch.js";
import type { Ingress } from "./ingress.js";
import { type Known, toError } from "./known.js";
import type { RequestOptions } from "./options.js";
import type { Option } from "./policy.js";
import { pursue } from "./pursue.js";
import { readAnswer } from "./read-answer.js";
import { requestInit } from "./request-init.js";
import type { Target } from "./target.js";

declare const crypto: { getRandomValues(numbers: Uint32Array): Uint32Array };

/** Returns what makes senders of requests to the ingress at `base`. */
export function exchange(base: string, defaults: RequestOptions): Ingress["request"] {
  return (path, target, serde, read, runs) =>
    async (input, options = {}) => {
      const option: Option = (name) => options[name] ?? defaults[name];
      const query =
        options.delay == null ? "" : `?delay=${toMilliseconds("delay", options.delay).toFixed()}ms`;
      const key =
        options.idempotencyKey ??
        (runs && option("autoIdempotencyKey")
          ? // Pages without TLS have no `randomUUID`.
            crypto.getRandomValues(new Uint32Array(4)).join("-")
          : undefined);
      const known: Known = { url: base + path + query, target, attempts: 0, source: "request" };
      if (key != null) {
        // With its key, the target is also what finds the invocation again.
        known.target = { ...(target as Target), idempotencyKey: checkText("idempotency-key", key) };
      }
      const own = { "content-type": serde?.contentType, "idempotency-key": key };
      return pursue(known, option, [defaults.signal, options.signal], async (signal, send) => {
        try {
          Object.assign(known, { source: "request", status: undefined, invocationId: undefined });
          const init = await requestInit(serde, input, [defaults.headers, options.headers, own]);
          signal?.throwIfAborted();
          known.source = "network";
          known.attempts++;
          const response = await send(
            known.url,
            {
              ...init,
              credentials: option("credentials") as Credentials,
              signal: signal ?? null,
            },
            known,
          );
          return readAnswer(response, new Uint8Array(await response.arrayBuffer()), known, read);
        } catch (cause) {
          throw toError(known, cause);
        }
      });
    };
}
