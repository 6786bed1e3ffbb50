import type { HandlerDescriptor, InferInput, InferOutput } from "@restatedev/restate-sdk-core";
import type { Opts, SendOpts } from "./opts.js";
import type { Output } from "./output.js";
import type { Send, WorkflowSubmission } from "./send.js";

/** What a handler with such parameters takes first. */
export type InferArgType<P> = P extends [infer A, ...unknown[]] ? A : unknown;

/** The handlers of a service or virtual object, each called with its input and, at last, options. */
export type IngressClient<M> = {
  [K in keyof M as Callable<M, K>]: M[K] extends HandlerWith<infer P, infer O>
    ? (...args: [...P, ...[opts?: Opts<InferArgType<P>, O>]]) => PromiseLike<O>
    : never;
};

/** The handlers of a service or virtual object, each sent its input. */
export type IngressSendClient<M> = {
  [K in keyof M as Callable<M, K>]: M[K] extends HandlerWith<infer P, infer O>
    ? (...args: [...P, ...[opts?: SendOpts<InferArgType<P>>]]) => Promise<Send<O>>
    : never;
};

/** The shared handlers of a workflow, and what can be done with its run. */
export type IngressWorkflowClient<M> = Omit<
  IngressClient<M> & {
    /** Starts the workflow. A key runs once: a later submission reports the first, as `PreviouslyAccepted`. */
    workflowSubmit: RunOf<M> extends HandlerWith<infer I, infer O>
      ? (...args: [...I, ...[opts?: SendOpts<InferArgType<I>>]]) => Promise<WorkflowSubmission<O>>
      : never;
    /** Waits for the workflow to finish, and returns its result. */
    workflowAttach: RunOf<M> extends HandlerWith<never[], infer O>
      ? (opts?: Opts<void, O>) => Promise<O>
      : never;
    /** Returns the result if there is one, without waiting. */
    workflowOutput: RunOf<M> extends HandlerWith<never[], infer O>
      ? (opts?: Opts<void, O>) => Promise<Output<O>>
      : never;
  },
  "run"
>;

/** The handlers of a contract, each called with its input. */
export type IngressClientFromDescriptors<H extends Record<string, HandlerDescriptor>> = {
  readonly [K in keyof H]: [InferInput<H[K]>] extends [void]
    ? (opts?: Opts<InferInput<H[K]>, InferOutput<H[K]>>) => Promise<InferOutput<H[K]>>
    : (
        input: InferInput<H[K]>,
        opts?: Opts<InferInput<H[K]>, InferOutput<H[K]>>,
      ) => Promise<InferOutput<H[K]>>;
};

/** The handlers of a contract, each sent its input. */
export type IngressSendClientFromDescriptors<H extends Record<string, HandlerDescriptor>> = {
  readonly [K in keyof H]: [InferInput<H[K]>] extends [void]
    ? (opts?: SendOpts<InferInput<H[K]>>) => Promise<Send<InferOutput<H[K]>>>
    : (
        input: InferInput<H[K]>,
        opts?: SendOpts<InferInput<H[K]>>,
      ) => Promise<Send<InferOutput<H[K]>>>;
};

/** A handler as the SDK types it: its context first. What the context is depends on the definition. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- nothing else takes every context
type HandlerWith<P extends unknown[], O> = (ctx: any, ...args: P) => PromiseLike<O>;

/** The name of a handler that callers may call. */
type Callable<M, K extends keyof M> = M[K] extends never ? never : K;

type RunOf<M> = M extends { readonly run: infer Run } ? Run : never;
