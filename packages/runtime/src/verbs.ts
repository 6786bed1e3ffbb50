import { toMilliseconds } from "./duration.js";
import { refuse } from "./error.js";
import type { HandlerResponse, Ingress, IngressRequest } from "./ingress.js";
import { invocation, type Invocation } from "./invocation.js";
import type { IdempotencyKey, InvocationRef } from "./invocation-ref.js";
import type { CallOptions, SendOptions } from "./options.js";
import { json, type Serde, type Serdes } from "./serde.js";
import { type Target, targetPath } from "./target.js";

/** All that can be done with a handler, whatever its kind. */
export interface Verbs<Input, Output> {
  /** Runs the handler, and waits for its result. */
  (input: Input, options?: CallOptions): Promise<Output>;
  /** Runs the handler without waiting. */
  send(input: Input, options?: SendOptions): Promise<Invocation<Output>>;
  /** Runs the handler, and returns its result with what else the response told. */
  withResponse(input: Input, options?: CallOptions): Promise<HandlerResponse<Output>>;
  /** Returns an earlier invocation. */
  invocation(ref: InvocationRef | IdempotencyKey | string): Invocation<Output>;
}

/** Returns the verbs of a handler, or refuses its key. */
export function verbs<Input, Output>(
  ingress: Ingress,
  target: Target,
  // What the handler declares is trusted to be what it takes and sends.
  {
    input: serde = json as Serde<Input>,
    output = json as Serde<Output>,
  }: Serdes<Input, Output> = {},
): Verbs<Input, Output> {
  const path = targetPath(target);
  const restore = (ref: InvocationRef | IdempotencyKey | string) =>
    invocation(ingress, wholeRef(target, ref), output);
  const invoke = async <Result>(
    input: Input,
    options: CallOptions | undefined,
    answer: Pick<IngressRequest<Result>, "path" | "output">,
  ) => ingress.request({ target, serde, input, options, ...answer });
  const withResponse = async (input: Input, options?: CallOptions) =>
    invoke(input, options, { path, output });
  const send = async (input: Input, { delay, ...options }: SendOptions = {}) => {
    const query =
      delay === undefined ? "" : `?delay=${Math.round(toMilliseconds("delay", delay))}ms`;
    const deserialize = (data: Uint8Array) => {
      // Of the server's word, what all else depends on is checked: the id.
      const acceptance = json.deserialize(data) as Acceptance;
      return { ...acceptance, ...restore(acceptance.invocationId) };
    };
    return (await invoke(input, options, { path: `${path}/send${query}`, output: { deserialize } }))
      .output;
  };
  return Object.assign(
    async (input: Input, options?: CallOptions) => (await withResponse(input, options)).output,
    { send, withResponse, invocation: restore },
  );
}

/** What the server says of an invocation that it accepted. */
interface Acceptance {
  readonly invocationId: string;
  readonly status: "Accepted" | "PreviouslyAccepted";
  readonly executionTime?: string;
}

function wholeRef(target: Target, ref: InvocationRef | IdempotencyKey | string): InvocationRef {
  const whole = { ...target, ...(typeof ref === "object" ? ref : { invocationId: ref }) };
  return targetPath(whole) === targetPath(target)
    ? whole
    : refuse("The invocation", `one of ${targetPath(target)}`);
}
