import { toMilliseconds } from "./duration.js";
import { refuse } from "./error.js";
import type { HandlerResponse, Ingress } from "./ingress.js";
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
  const withResponse = (input: Input, options?: CallOptions) =>
    ingress.request({
      path,
      target,
      serde,
      input,
      read: (data) => output.deserialize(data),
      options,
    });
  const send = async (input: Input, { delay, ...options }: SendOptions = {}) => {
    const query =
      delay === undefined ? "" : `?delay=${Math.round(toMilliseconds("delay", delay))}ms`;
    const { output: accepted } = await ingress.request({
      path: `${path}/send${query}`,
      target,
      serde,
      input,
      read: (data) => {
        const answer = json.deserialize(data) as Acceptance;
        return { ...answer, ...restore(answer.invocationId) };
      },
      options,
    });
    return accepted;
  };
  const restore = (ref: InvocationRef | IdempotencyKey | string): Invocation<Output> => {
    const whole = { ...target, ...(typeof ref === "object" ? ref : { invocationId: ref }) };
    if (targetPath(whole) !== path) {
      refuse("The invocation", `one of ${path}`);
    }
    return invocation(ingress, whole, output);
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
