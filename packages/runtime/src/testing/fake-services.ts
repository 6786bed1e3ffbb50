import type { Serde } from "../serde.js";
import type { InputOf, OutputOf, Signed } from "../signature.js";
import type { HandlerInfo } from "./handler-info.js";

/** Fakes of services, virtual objects and workflows, by their Restate names, for those that clients are for. */
export type FakeServices<Clients> = {
  readonly [Service in keyof Clients]?: FakeService<Clients[Service]>;
};

/** Fakes of the handlers that a client has, by their Restate names. */
export type FakeService<Client> = {
  // A client's member is named `then$` where the handler is `then`.
  readonly [
    Handler in keyof Client as Handler extends `${infer Name}$` ? Name : Handler
  ]?: FakeHandler<Client[Handler]>;
};

/** A fake of a handler: a function, or one with a description. */
export type FakeHandler<Handler> = Handler extends Signed
  ? RunOrDescription<
      TypedRun<TakenBy<Handler>, OutputOf<Handler>>,
      TakenBy<Handler>,
      OutputOf<Handler>
    >
  : RunOrDescription<UntypedRun, unknown, unknown>;

type RunOrDescription<Run, Input, Output> = Run | FakeHandlerDescription<Run, Input, Output>;

/** A function that stands for a handler, and what Restate is to know of it. */
export interface FakeHandlerDescription<Run, Input, Output> {
  /** What runs. */
  readonly handler: Run;
  /**
   * By default a handler named `run` is its workflow's own, the others of a workflow are shared, and those of a virtual
   * object are exclusive. Without a key, nothing depends on it.
   */
  readonly kind?: "exclusive" | "shared" | "workflow" | undefined;
  /** Reads the input; JSON by default, and bytes as bytes. The ingress refuses any other content type than its own. */
  readonly input?: Serde<Input> | undefined;
  /** Writes the output; JSON by default, and bytes as bytes. */
  readonly output?: Serde<Output> | undefined;
}

type TypedRun<Input, Output> = (input: Input, info: HandlerInfo) => Output | Promise<Output>;

// As a method, so that the parameter may be declared as anything.
type UntypedRun = { run(input: unknown, info: HandlerInfo): unknown }["run"];

/** Nobody outside may start a private run, but a test has to. */
type TakenBy<Handler extends Signed> = [InputOf<Handler>] extends [never]
  ? unknown
  : InputOf<Handler>;

/** What {@link FakeServices} is without its types. */
export type AnyFakeServices = Readonly<Record<string, AnyFakeService | undefined>>;

/** What {@link FakeService} is without its types. */
export type AnyFakeService = Readonly<Record<string, AnyFakeHandler | undefined>>;

/** What {@link FakeHandler} is without its types. */
export type AnyFakeHandler = RunOrDescription<UntypedRun, unknown, unknown>;

/** Returns what runs, with what is said about it. */
export function descriptionOf(
  handler: AnyFakeHandler,
): FakeHandlerDescription<UntypedRun, unknown, unknown> {
  return typeof handler === "function" ? { handler } : handler;
}
