import type { Ingress } from "../ingress.js";
import type { Awakeables } from "./awakeables.js";
import type { Clock } from "./clock.js";
import type { FakeCall } from "./fake-call.js";
import type { AnyFakeServices } from "./fake-services.js";
import type { InvocationStore } from "./invocation-store.js";
import type { Queue } from "./object-queue.js";

/** All that a fake ingress has. */
export interface World {
  /** What can be called. */
  readonly services: AnyFakeServices;
  /** What handlers call each other through. */
  readonly ingress: Ingress;
  /** How often an invocation may try. */
  readonly maxAttempts: number;
  /** The time. */
  readonly clock: Clock;
  /** The invocations so far. */
  readonly store: InvocationStore;
  /** Those of exclusive handlers that wait for their turn. */
  readonly queue: Queue;
  /** The awakeables so far. */
  readonly awakeables: Awakeables;
  /** The calls and messages so far. */
  readonly calls: FakeCall[];
}
