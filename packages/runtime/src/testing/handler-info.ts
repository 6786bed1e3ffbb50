import type { Duration } from "../duration.js";
import type { Ingress } from "../ingress.js";
import type { Serde } from "../serde.js";
import type { Awakeable } from "./awakeables.js";

/** What a fake handler is told beside its input, and what it can do. */
export interface HandlerInfo {
  /** The name of the service, virtual object or workflow. */
  readonly service: string;
  /** The key of the virtual object or workflow. Services have none: theirs is the empty text. */
  readonly key: string;
  /** The handler's name. */
  readonly handler: string;
  /** The scope that it was called in, if any. */
  readonly scope: string | undefined;
  /** The request's headers, by their names in lower case, as Restate passes them on. */
  readonly headers: Readonly<Record<string, string>>;
  /** The idempotency key, if there is one. */
  readonly idempotencyKey: string | undefined;
  /** The invocation's id. */
  readonly invocationId: string;
  /** Which run of the invocation this is: 1, unless it failed with something else than a `TerminalError`. */
  readonly attempt: number;
  /** For clients of the other fakes. What is called from inside meets no fault, and is not among the fake's calls. */
  readonly ingress: Ingress;
  /** Makes an awakeable, to be completed by the code under test or by the test. */
  awakeable<T>(serde?: Serde<T>): Awakeable<T>;
  /** The time by the fake's clock, in milliseconds since 1970. */
  now(): number;
  /** Waits, until the fake's clock is so much later. */
  sleep(duration: Duration): Promise<void>;
}
