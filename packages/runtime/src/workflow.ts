import type { Ingress } from "./ingress.js";
import { type Invocation, type InvocationOutput, workflowPath } from "./invocation.js";
import type { InvocationRef, WorkflowRef } from "./invocation-ref.js";
import { observe } from "./observe.js";
import type { RequestOptions, SubmitOptions } from "./options.js";
import { json, type OutputSerde, type Serde, type Serdes } from "./serde.js";
import type { signature } from "./signature.js";
import { targetPath, type WorkflowTarget } from "./target.js";
import { verbs } from "./verbs.js";

/** The handler that is a workflow's run: submitted once per key, observed any number of times. */
export interface WorkflowRun<Input, Output> {
  /** Starts the workflow. A key runs once: a later submission reports the first, as `PreviouslyAccepted`. */
  submit(input: Input, options?: SubmitOptions): Promise<Invocation<Output>>;
  /** Submits the workflow, or joins the run that its key has, and returns the result. Both requests have the options. */
  submitAndAttach(input: Input, options?: SubmitOptions): Promise<Output>;
  /** Waits for the workflow to finish, and returns its result. */
  attach(options?: RequestOptions): Promise<Output>;
  /** Returns the result if there is one, without waiting. Rejects if the workflow failed or was never submitted. */
  output(options?: RequestOptions): Promise<InvocationOutput<Output>>;
  /** Returns an earlier submission, without a request. */
  invocation(ref: InvocationRef | string): Invocation<Output>;
  /** Not there at run time: what `InputOf` and `OutputOf` read. */
  readonly [signature]?: (input: Input, kind: "run") => Output;
}

/** As {@link WorkflowRun}, whose input may be left out. */
export interface OptionalInputWorkflowRun<Input, Output> {
  /** Starts the workflow. A key runs once: a later submission reports the first, as `PreviouslyAccepted`. */
  submit(input?: Input, options?: SubmitOptions): Promise<Invocation<Output>>;
  /** Submits the workflow, or joins the run that its key has, and returns the result. Both requests have the options. */
  submitAndAttach(input?: Input, options?: SubmitOptions): Promise<Output>;
  /** Waits for the workflow to finish, and returns its result. */
  attach(options?: RequestOptions): Promise<Output>;
  /** Returns the result if there is one, without waiting. Rejects if the workflow failed or was never submitted. */
  output(options?: RequestOptions): Promise<InvocationOutput<Output>>;
  /** Returns an earlier submission, without a request. */
  invocation(ref: InvocationRef | string): Invocation<Output>;
  /** Not there at run time: what `InputOf` and `OutputOf` read. */
  readonly [signature]?: (input: Input | undefined, kind: "optional run") => Output;
}

/** As {@link WorkflowRun}, without input. */
export interface NoInputWorkflowRun<Output> {
  /** Starts the workflow. A key runs once: a later submission reports the first, as `PreviouslyAccepted`. */
  submit(options?: SubmitOptions): Promise<Invocation<Output>>;
  /** Submits the workflow, or joins the run that its key has, and returns the result. Both requests have the options. */
  submitAndAttach(options?: SubmitOptions): Promise<Output>;
  /** Waits for the workflow to finish, and returns its result. */
  attach(options?: RequestOptions): Promise<Output>;
  /** Returns the result if there is one, without waiting. Rejects if the workflow failed or was never submitted. */
  output(options?: RequestOptions): Promise<InvocationOutput<Output>>;
  /** Returns an earlier submission, without a request. */
  invocation(ref: InvocationRef | string): Invocation<Output>;
  /** Not there at run time: what `InputOf` and `OutputOf` read. */
  readonly [signature]?: (input: void, kind: "no input run") => Output;
}

/** The run of a workflow that only other services may submit, but anyone may observe. */
export interface PrivateWorkflowRun<Output> {
  /** Waits for the workflow to finish, and returns its result. */
  attach(options?: RequestOptions): Promise<Output>;
  /** Returns the result if there is one, without waiting. Rejects if the workflow failed or was never submitted. */
  output(options?: RequestOptions): Promise<InvocationOutput<Output>>;
  /** Returns an earlier submission, without a request. */
  invocation(ref: InvocationRef | string): Invocation<Output>;
  /** Not there at run time: what `InputOf` and `OutputOf` read. */
  readonly [signature]?: (input: never, kind: "private run") => Output;
}

/** Returns the run of a workflow that takes an input. */
export function workflowRun<Input, Output>(
  ingress: Ingress,
  target: WorkflowTarget,
  serdes?: Serdes<Input, Output>,
): WorkflowRun<Input, Output> {
  return runOf(ingress, target, serdes);
}

/** Returns the run of a workflow whose input may be left out. */
export function optionalInputWorkflowRun<Input, Output>(
  ingress: Ingress,
  target: WorkflowTarget,
  serdes?: Serdes<Input, Output>,
): OptionalInputWorkflowRun<Input, Output> {
  return runOf<Input | undefined, Output>(ingress, target, serdes);
}

/** Returns the run of a workflow without input. */
export function noInputWorkflowRun<Output>(
  ingress: Ingress,
  target: WorkflowTarget,
  serdes?: OutputSerde<Output>,
): NoInputWorkflowRun<Output> {
  const { submit, submitAndAttach, ...run } = runOf<undefined, Output>(ingress, target, serdes);
  return {
    ...run,
    submit: (options) => submit(undefined, options),
    submitAndAttach: (options) => submitAndAttach(undefined, options),
  };
}

/** Returns the run of a workflow that only other services may submit. */
export function privateWorkflowRun<Output>(
  ingress: Ingress,
  target: WorkflowTarget,
  serdes?: OutputSerde<Output>,
): PrivateWorkflowRun<Output> {
  const { attach, output, invocation } = runOf<never, Output>(ingress, target, serdes);
  return { attach, output, invocation };
}

function runOf<Input, Output>(
  ingress: Ingress,
  target: WorkflowTarget,
  serdes: Serdes<Input, Output> | undefined,
) {
  const ref = { ...target, workflow: true } as const;
  const { send: submit, invocation: submission } = verbs(ingress, target, serdes, ref);
  // What the handler declares is trusted to be what it sends.
  const serde = serdes?.output ?? (json as Serde<Output>);
  const { attach, output } = observe(ingress, ref, serde, workflowPath(ref));
  const submitAndAttach = async (input: Input, { delay, ...options }: SubmitOptions = {}) => {
    await submit(input, { ...options, delay });
    return attach(options);
  };
  const restore = (known: InvocationRef | string) =>
    typeof known === "object" && isOwn(known, ingress, target)
      ? observe(ingress, { ...ingress.within, ...known }, serde, workflowPath(known))
      : submission(known);
  return { submit, submitAndAttach, attach, output, invocation: restore };
}

/** Whether a reference is a run's own, as its errors have it. Only a connection in a scope can ask for one of a scope. */
function isOwn(
  ref: InvocationRef,
  { within }: Ingress,
  target: WorkflowTarget,
): ref is WorkflowRef {
  return !!ref.workflow && (!ref.scope || !!within) && targetPath(ref) === targetPath(target);
}
