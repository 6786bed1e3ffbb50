import type { Duration, Serde } from "@restatedev/restate-sdk-core";
import { toMilliseconds } from "../duration.js";
import type { Signal } from "../signal.js";

/** Options of a call that waits for its result. */
export interface IngressCallOptions<I = unknown, O = unknown> {
  /** Calls of the same handler with the same key run it once. An empty key is a key. */
  idempotencyKey?: string;
  /** One or two levels, split by a slash, that Restate limits the concurrency of; only within a scope. */
  limitKey?: string;
  /** Sent along, beside those of the connection; of two of one name in any case these win. */
  headers?: Record<string, string>;
  /** Writes the input; the connection's serde, or JSON, by default. */
  input?: Serde<I>;
  /** Reads the output; the connection's serde, or JSON, by default. */
  output?: Serde<O>;
  /** How many milliseconds all of it may take, over all attempts. */
  timeout?: number;
  /** Ends the wait, beside `timeout`. */
  signal?: Signal;
}

/** Options of a one-way call. */
export interface IngressSendOptions<I> extends IngressCallOptions<I, void> {
  /** How long Restate waits before it runs the handler; a number is milliseconds. */
  delay?: number | Duration;
}

/** Options of a call, told apart from an input by their class. */
export class Opts<I, O> {
  /** What was given. */
  readonly opts: IngressCallOptions<I, O>;

  /** The same as `Opts.from`. */
  constructor(opts: IngressCallOptions<I, O>) {
    this.opts = opts;
  }

  /** Wraps options, so that a client takes them for such. */
  static from<I = unknown, O = unknown>(opts: IngressCallOptions<I, O>): Opts<I, O> {
    return new Opts(opts);
  }
}

/** Options of a one-way call, told apart from an input by their class. */
export class SendOpts<I = unknown> {
  /** What was given. */
  readonly opts: IngressSendOptions<I>;

  /** The same as `SendOpts.from`. */
  constructor(opts: IngressSendOptions<I>) {
    this.opts = opts;
  }

  /** Wraps options, so that a client takes them for such. */
  static from<I = unknown>(opts: IngressSendOptions<I>): SendOpts<I> {
    return new SendOpts(opts);
  }

  /**
   * Returns the delay in milliseconds.
   *
   * @throws an `IngressError` of source `request` if it is none that Restate could wait for.
   */
  delay(): number | undefined {
    const { delay } = this.opts;
    return delay === undefined ? undefined : toMilliseconds("delay", delay);
  }
}

/** Wraps options, in the shortest way. */
export const rpc: {
  /** As `Opts.from`. */
  readonly opts: <I, O>(opts: IngressCallOptions<I, O>) => Opts<I, O>;
  /** As `SendOpts.from`. */
  readonly sendOpts: <I>(opts: IngressSendOptions<I>) => SendOpts<I>;
} = { opts: (opts) => Opts.from(opts), sendOpts: (opts) => SendOpts.from(opts) };
