import { toMilliseconds } from "../duration.js";
import type { IngressError } from "../error.js";
import type { FetchResponse, PlatformHeaders } from "../fetch.js";
import { isRef } from "../invocation-ref.js";
import { type Policy, wasRefused } from "../policy.js";
import { retryAfter } from "../retry.js";
import { sleep } from "../sleep.js";
import { HttpCallError } from "./http-call-error.js";
import { listen, type Listener } from "./listener.js";
import { defaultShouldRetry, type RetryFailure, type RetryPolicy } from "./retry-policy.js";

/**
 * Repeats a request as a policy of the official client says, where that cannot run a handler twice: it has an
 * idempotency key, is about a workflow's run or an awakeable, only observes, or nobody was there to take it. Without a
 * policy, too, it goes on with a wait that lasted, and that the connection, a proxy or `fetch` itself has cut.
 *
 * What an answer tells of is thrown as an `HttpCallError`.
 */
export function persist(policy: RetryPolicy | boolean | undefined): Policy {
  const { maxAttempts, maxDuration, shouldRetry, waitAfter } = settingsOf(policy);
  return async (attempt, { known, option, signal }) => {
    const start = Date.now();
    for (let attempts = 1; ; attempts++) {
      const listener = listen(option("fetch"));
      const began = Date.now();
      try {
        return await attempt(listener.fetch);
      } catch (thrown) {
        // An attempt throws nothing else.
        const error = thrown as IngressError;
        const now = Date.now();
        const failure = failureOf(error, listener);
        const wait = waitAfter(attempts, listener.answer);
        const mayRepeat = known.target === undefined || isRef(known.target) || wasRefused(error);
        const isInTime = attempts < maxAttempts && now - start + wait < maxDuration;
        const isWanted = failure && isInTime && shouldRetry(failure, attempts - 1);
        const wasCut = failure && now - began > LASTING && defaultShouldRetry(failure);
        if (!mayRepeat || !(isWanted || wasCut)) {
          throw failure?.kind === "response" ? answered(error, failure) : error;
        }
        await sleep(wait, signal);
      }
    }
  };
}

/** A wait of so many milliseconds was one for a result, and no fault of the network's. */
const LASTING = 30_000;

function settingsOf(policy: RetryPolicy | boolean | undefined) {
  const given: RetryPolicy = policy === true ? {} : policy || { maxAttempts: 0 };
  const initial = toMilliseconds("initialInterval", given.initialInterval ?? 250);
  const longest = toMilliseconds("maxInterval", given.maxInterval ?? 3000);
  const { exponentiationFactor: factor = 2, respectRetryAfter = true } = given;
  return {
    maxAttempts: given.maxAttempts === false ? Infinity : (given.maxAttempts ?? 6),
    maxDuration:
      given.maxDuration === false
        ? Infinity
        : toMilliseconds("maxDuration", given.maxDuration ?? 60_000),
    shouldRetry: given.shouldRetry ?? defaultShouldRetry,
    waitAfter: (attempts: number, answer: FetchResponse | undefined) => {
      const asked = respectRetryAfter && retryAfter(answer);
      const interval = Math.min(initial * factor ** (attempts - 1), longest);
      // What was asked for may be over.
      return Math.max(0, asked || interval * (0.8 + Math.random() * 0.4));
    },
  };
}

/** What the policy decides about; undefined where there is nothing that could pass. */
function failureOf(error: IngressError, { answer, text }: Listener): RetryFailure | undefined {
  // It can also break while the answer is read.
  if (error.source === "network") {
    return { kind: "network", error: error.cause };
  }
  if (!answer || error.source === "response") {
    return undefined;
  }
  const { status } = answer;
  // The user's own rule is written for what the platform's `fetch` gives, and a stand-in for it as well.
  const headers = answer.headers as PlatformHeaders;
  return { kind: "response", status, headers, ...(text && { body: text }) };
}

function answered(error: IngressError, { status, body = "" }: AnsweredFailure): HttpCallError {
  return new HttpCallError(status, body, error.message, error.toJSON());
}

type AnsweredFailure = Extract<RetryFailure, { readonly kind: "response" }>;
