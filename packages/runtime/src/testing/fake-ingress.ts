import { connect, type ConnectOptions } from "../connect.js";
import type { Fetch } from "../fetch.js";
import type { Ingress } from "../ingress.js";
import type { Serde } from "../serde.js";
import type { Signal } from "../signal.js";
import { type Awakeable, createAwakeables } from "./awakeables.js";
import { createClock, type FakeClock } from "./clock.js";
import type { FakeCall } from "./fake-call.js";
import type { AnyFakeServices, FakeServices } from "./fake-services.js";
import { createFaults, type Faults } from "./faults.js";
import { createInvocationStore } from "./invocation-store.js";
import { createQueue } from "./object-queue.js";
import { pathOf, readRequest } from "./request.js";
import { serve, targetOf } from "./serve.js";
import type { World } from "./world.js";

/** How a fake ingress is, and the defaults of every request sent to it. */
export interface FakeIngressOptions extends Omit<ConnectOptions, "url" | "fetch"> {
  /** The URL that requests and errors show; `http://restate.test` by default. */
  readonly url?: string | undefined;
  /** Whether the clock also runs by itself, as the real time does; `still` by default. */
  readonly clock?: "still" | "running" | undefined;
  /**
   * How often a handler is run that throws something else than a `TerminalError`. Restate goes on for a long time; here
   * the first such error is the result by default, so that a mistake in a test is seen.
   */
  readonly maxAttempts?: number | undefined;
}

/** A connection for tests: clients made of it call functions instead of a server's handlers. */
export interface FakeIngress extends Ingress, Pick<Faults, "failNext" | "slowNext"> {
  /** The calls and messages that arrived so far, in their order. */
  readonly calls: readonly FakeCall[];
  /** The fake's time. */
  readonly clock: FakeClock;
  /** What to connect to, together with its `fetch`, for connections with other options. */
  readonly url: string;
  /** What answers. Nothing reaches a network. */
  readonly fetch: Fetch;
  /** Makes an awakeable that no handler waits for, for code under test that completes one. */
  awakeable<T>(serde?: Serde<T>): Awakeable<T>;
}

/**
 * Returns a connection for tests of code that uses clients, with functions in place of handlers and without a server.
 * Everything between the client and the function is real: what is sent, answered, refused, repeated and waited for.
 * What throws in a function makes the invocation fail, and no call of this one.
 *
 * The clients may be named, by the Restate names of what they are for: `fakeIngress<{ Cart: CartClient }>({ … })`. Then
 * the functions take and give what those say.
 */
export function fakeIngress(services: AnyFakeServices, options?: FakeIngressOptions): FakeIngress;
/** As without clients, but what the functions take and give is what the clients say. */
export function fakeIngress<Clients extends object>(
  services: FakeServices<Clients>,
  options?: FakeIngressOptions,
): FakeIngress;
export function fakeIngress(services: AnyFakeServices, options?: FakeIngressOptions): FakeIngress {
  return createFake(services, options);
}

function createFake(services: AnyFakeServices, options: FakeIngressOptions = {}): FakeIngress {
  const { url = "http://restate.test", clock: mode = "still", maxAttempts = 1, ...rest } = options;
  const prefix = pathOf(url);
  const clock = createClock(mode);
  const faults = createFaults(clock);
  const world: World = {
    services,
    ingress: connect({
      url,
      fetch: (...sent) => serve({ ...world, calls: [] }, readRequest(prefix, ...sent)),
    }),
    maxAttempts,
    clock,
    store: createInvocationStore(clock),
    queue: createQueue(),
    awakeables: createAwakeables(),
    calls: [],
  };
  const fetch: Fetch = async (...sent) => {
    const request = readRequest(prefix, ...sent);
    const work = faults.around(targetOf(request, world), () => serve(world, request));
    return untilAborted(work, sent[1].signal);
  };
  return {
    ...connect({ ...rest, url, fetch }),
    fetch,
    url,
    clock,
    calls: world.calls,
    awakeable: world.awakeables.create,
    failNext: faults.failNext,
    slowNext: faults.slowNext,
  };
}

/** Waits, but not beyond an abort, whose reason it rejects with. What was begun goes on. */
async function untilAborted<Result>(work: Promise<Result>, signal: Signal | null): Promise<Result> {
  if (!signal) {
    return work;
  }
  return new Promise<Result>((resolve, reject) => {
    signal.addEventListener("abort", () => {
      // As `fetch` does: the reason as it is, which need not be an error.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      reject(signal.reason);
    });
    work.then(resolve, reject);
  });
}
