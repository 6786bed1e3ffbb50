import type { HandlerDescriptor } from "@restatedev/restate-sdk-core";
import type { AnyOptions } from "./connection.js";
import { Opts, SendOpts } from "./opts.js";

/** Does something with a handler: what a method of a client stands for. */
export type Method = (handler: string, input: unknown, options: AnyOptions) => unknown;

/** A definition, as far as it is known at run time: a contract knows its handlers, all else its name alone. */
export interface Definition {
  /** As registered with Restate. */
  readonly name: string;
  /** The handlers of a contract, by name. */
  readonly _handlers?: Readonly<Record<string, HandlerDescriptor>>;
}

/**
 * Returns a client whose methods have the names of the handlers. Where these are known it is a plain object; where only
 * types know them, it answers to every name but those that the language itself looks for.
 */
export function createClient({ _handlers }: Definition, method: Method): object {
  const call =
    (handler: string) =>
    (...args: readonly unknown[]) =>
      method(handler, ...splitArguments(args));
  if (_handlers) {
    return Object.fromEntries(Object.keys(_handlers).map((name) => [name, call(name)]));
  }
  return new Proxy(
    {},
    {
      get: (target, name) =>
        typeof name !== "string" || name in target || lookedFor.includes(name)
          ? (Reflect.get(target, name) as unknown)
          : call(name),
    },
  );
}

/** By `await`, by `JSON.stringify`, and by the comparisons of test runners; `in` finds what every object has. */
const lookedFor = ["then", "toJSON", "asymmetricMatch"];

/** The input of a call and its options, which are told apart by their class. */
export function splitArguments(args: readonly unknown[]): [unknown, AnyOptions] {
  const [input, options, ...more] = args;
  if (args.length === 1 && isOptions(input)) {
    return [undefined, input.opts];
  }
  if (more.length > 0 || (options !== undefined && !isOptions(options))) {
    throw new TypeError(
      "An input is followed by options alone, made by `rpc.opts`, `rpc.sendOpts` or the like.",
    );
  }
  return [input, options?.opts ?? {}];
}

function isOptions(value: unknown): value is Opts<unknown, unknown> | SendOpts {
  return value instanceof Opts || value instanceof SendOpts;
}
