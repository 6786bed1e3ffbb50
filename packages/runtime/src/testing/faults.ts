import { type Duration, toMilliseconds } from "../duration.js";
import type { FetchResponse } from "../fetch.js";
import type { Target } from "../target.js";
import { answer, jsonAnswer } from "./answer.js";
import type { Clock } from "./clock.js";

/**
 * What goes wrong with a request: the connection breaks before it arrives (`network`) or after the handler has run, so
 * that only its answer is lost (`lost`); nobody is there to take it (`refused`); or something answers in Restate's place.
 */
export type Fault = "network" | "lost" | "refused" | FaultAnswer;

/** What a proxy, or a Restate that is not well, answers. The handler does not run. */
export interface FaultAnswer {
  /** The HTTP status. */
  readonly status: number;
  /** Text, or what is to be JSON. Restate's own errors are `{ code, message, source: "ingress" }`. */
  readonly body?: string | object | undefined;
  /** Such as `retry-after`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Which requests a fault is for: the next one of any kind by default. */
export interface FaultScope {
  /** Only those that are about a handler of this service, virtual object or workflow. */
  readonly service?: string | undefined;
  /** Only those that are about a handler of this name. */
  readonly handler?: string | undefined;
  /** How many of them; 1 by default. `Infinity` is all. */
  readonly times?: number | undefined;
}

/** The faults that are to come. */
export interface Faults {
  /** Adds one. */
  failNext(fault: Fault, scope?: FaultScope): void;
  /** Adds a delay, by the clock, between what happens and its answer. */
  slowNext(duration: Duration, scope?: FaultScope): void;
  /** Passes a request on, and does to it what is planned. */
  around(
    target: Partial<Target> | undefined,
    next: () => Promise<FetchResponse>,
  ): Promise<FetchResponse>;
}

/** Returns the faults of a fake ingress: none yet. */
export function createFaults(clock: Clock): Faults {
  const failures: Planned<Fault>[] = [];
  const delays: Planned<number>[] = [];
  return {
    failNext: (what, scope = {}) => void failures.push({ what, scope, left: scope.times ?? 1 }),
    slowNext: (duration, scope = {}) => {
      const what = toMilliseconds("duration", duration);
      delays.push({ what, scope, left: scope.times ?? 1 });
    },
    around: async (target, next) => {
      const delay = take(delays, target) ?? 0;
      const fault = take(failures, target);
      const response = await (fault === undefined ? next() : failed(fault, next));
      await clock.until(clock.now() + delay);
      return response;
    },
  };
}

interface Planned<What> {
  readonly what: What;
  readonly scope: FaultScope;
  left: number;
}

function take<What>(planned: Planned<What>[], target: Partial<Target> | undefined) {
  const found = planned.find(
    ({ left, scope: { service = target?.service, handler = target?.handler } }) =>
      left > 0 && service === target?.service && handler === target?.handler,
  );
  if (found) {
    found.left--;
  }
  return found?.what;
}

async function failed(fault: Fault, next: () => Promise<FetchResponse>): Promise<FetchResponse> {
  if (typeof fault === "object") {
    const { status, body, headers = {} } = fault;
    return typeof body === "object"
      ? jsonAnswer(status, body, headers)
      : answer(status, headers, body);
  }
  if (fault === "lost") {
    await next();
  }
  // As Node tells it.
  const code = fault === "refused" ? "ECONNREFUSED" : "ECONNRESET";
  throw new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
}
