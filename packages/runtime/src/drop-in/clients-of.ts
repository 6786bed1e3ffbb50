import type { HandlerDescriptor } from "@restatedev/restate-sdk-core";
import { isIngressError, refuse } from "../error.js";
import { handler } from "../handler.js";
import { NOT_READY } from "../read-answer.js";
import type { Target } from "../target.js";
import { workflowRun } from "../workflow.js";
import {
  type AnyOptions,
  type Connection,
  requestOptions,
  resultOptions,
  serdesOf,
} from "./connection.js";
import { createClient, type Definition, splitArguments } from "./create-client.js";
import type { ScopedIngress } from "./ingress.js";
import type { Opts } from "./opts.js";
import { notReady } from "./output.js";
import { accepted, type Send } from "./send.js";

/** Something to do with a handler. */
export interface Request {
  /** The handler. */
  readonly target: Target;
  /** What it is given. */
  readonly input: unknown;
  /** What the caller wants beside. */
  readonly options: AnyOptions;
  /** What a contract says of the handler. */
  readonly declared?: HandlerDescriptor | undefined;
}

/** Calls a handler, and waits for its result. */
export async function call(connection: Connection, request: Request): Promise<unknown> {
  const { target, input, options, declared } = request;
  const run = handler(connection.core, target, serdesOf(connection, options, declared));
  return run(input, { ...requestOptions(options), ...resultOptions(connection) });
}

/** Has Restate run a handler. */
export async function send(connection: Connection, request: Request): Promise<Send> {
  const { target, input, options, declared } = request;
  const run = handler(connection.core, target, serdesOf(connection, options, declared));
  return accepted(await run.send(input, requestOptions(options)));
}

/** What can be called with a connection, in a scope or outside of any. */
export function clientsOf(connection: Connection): ScopedIngress {
  const clientFor = (verb: typeof call) => (definition: Definition, key?: string) => {
    const { name: service, _handlers } = definition;
    return createClient(definition, (name, input, options) => {
      const target = { service, ...(key !== undefined && { key }), handler: name };
      return verb(connection, { target, input, options, declared: _handlers?.[name] });
    });
  };
  const clients = {
    serviceClient: clientFor(call),
    objectClient: clientFor(call),
    serviceSendClient: clientFor(send),
    objectSendClient: clientFor(send),
    client: clientFor(call),
    sendClient: clientFor(send),
    workflowClient: (definition: Definition, key: string) =>
      Object.assign(clientFor(call)(definition, key), runMethods(connection, definition, key)),
  };
  // Which handlers there are, and what they take, is known to the types of the definitions alone.
  return clients as unknown as ScopedIngress;
}

/** What can be done with a workflow's run. */
function runMethods(connection: Connection, { name, _handlers }: Definition, key: string) {
  const target = { service: name, key, handler: "run" };
  const runWith = (options: AnyOptions = {}) => ({
    run: workflowRun(connection.core, target, serdesOf(connection, options, _handlers?.["run"])),
    settings: requestOptions(options),
  });
  return {
    workflowSubmit: async (...args: readonly unknown[]) => {
      const [input, options] = splitArguments(args);
      const { run, settings } = runWith(options);
      // Its key takes the place of one, and Restate refuses two.
      return options.idempotencyKey === undefined
        ? accepted(await run.submit(input, settings))
        : refuse("idempotencyKey");
    },
    workflowAttach: async (opts?: Opts<void, unknown>) => {
      const { run, settings } = runWith(opts?.opts);
      return run.attach({ ...settings, ...resultOptions(connection) });
    },
    workflowOutput: async (opts?: Opts<void, unknown>) => {
      const { run, settings } = runWith(opts?.opts);
      try {
        const output = await run.output({ ...settings, ...resultOptions(connection) });
        return output.ready ? output : notReady();
      } catch (error) {
        // Where something in between took the answer's words, its number still says the same.
        if (isIngressError(error) && error.source === "proxy" && error.code === NOT_READY) {
          return notReady();
        }
        throw error;
      }
    },
  };
}
