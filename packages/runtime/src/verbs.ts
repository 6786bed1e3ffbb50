import { refuse } from "./error.js";
import type { HandlerResponse, Ingress, Reader, Send } from "./ingress.js";
import type { Invocation } from "./invocation.js";
import type { IdempotencyKey, InvocationRef, WorkflowRef } from "./invocation-ref.js";
import { observe } from "./observe.js";
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
  { input = json as Serde<Input>, output = json as Serde<Output> }: Serdes<Input, Output> = {},
  ref?: WorkflowRef,
): Verbs<Input, Output> {
  const path = targetPath(target);
  const verb = <Answer>(suffix: string, read: Reader<Answer>): Send<Input, Answer> =>
    ingress.request(path + suffix, ref ?? target, input, read, !ref);
  const restore = (known: InvocationRef | IdempotencyKey | string) => {
    const whole = {
      ...target,
      ...ingress.within,
      ...(typeof known === "object" ? known : { invocationId: known }),
    };
    return targetPath(whole) === path ? observe(ingress, whole, output) : refuse("invocation");
  };
  return Object.assign(
    verb("", (data) => output.deserialize(data)),
    {
      send: verb("/send", (data) => {
        // Of the server's word, what all else depends on is checked: the id.
        const acceptance = json.deserialize(data) as Acceptance;
        return { ...acceptance, ...restore(acceptance.invocationId) };
      }),
      withResponse: verb("", (data, response) => ({
        ...response,
        output: output.deserialize(data),
      })),
      invocation: restore,
    },
  );
}

/** What the server says of an invocation that it accepted. */
interface Acceptance {
  readonly invocationId: string;
  readonly status: "Accepted" | "PreviouslyAccepted";
  readonly executionTime?: string;
}
