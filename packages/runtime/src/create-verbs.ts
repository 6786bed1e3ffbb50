import { toMilliseconds } from "./duration.js";
import { refusal } from "./error.js";
import { invocationIdOf } from "./find-failure.js";
import type { HandlerResponse, IdempotencyKey } from "./handler.js";
import type { Ingress } from "./ingress.js";
import { invocation, type Invocation } from "./invocation.js";
import type { InvocationRef } from "./invocation-ref.js";
import type { CallOptions, SendOptions } from "./options.js";
import { json, type Serde, type Serdes } from "./serde.js";
import { type Target, targetPath } from "./target.js";

/** All that can be done with a handler, whatever its kind. */
export interface Verbs<Input, Output> {
  /** Runs the handler, and waits for its result. */
  readonly call: (input: Input, options?: CallOptions) => Promise<Output>;
  /** Runs the handler without waiting. */
  readonly send: (input: Input, options?: SendOptions) => Promise<Invocation<Output>>;
  /** As `call`, with what else the response told. */
  readonly withResponse: (input: Input, options?: CallOptions) => Promise<HandlerResponse<Output>>;
  /** Returns an earlier invocation. */
  readonly invocation: (ref: InvocationRef | string | IdempotencyKey) => Invocation<Output>;
}

/** Returns the verbs of a handler. */
export function createVerbs<Input, Output>(
  ingress: Ingress,
  target: Target,
  // What the handler declares is trusted to be what it sends.
  { input: serde, output = json as Serde<Output> }: Serdes<Input, Output> = {},
): Verbs<Input, Output> {
  const withResponse = async (input: Input, options?: CallOptions) =>
    ingress.request({
      method: "POST",
      path: `/${targetPath(target)}`,
      target,
      input,
      serde,
      options,
      read: (answer): HandlerResponse<Output> => ({
        output: output.deserialize(answer.data),
        invocationId: invocationIdOf(answer),
        idempotencyExpires: answer.headers.get("idempotency-expires") ?? undefined,
        status: answer.status,
        headers: answer.headers,
      }),
    });
  return {
    call: async (input, options) => (await withResponse(input, options)).output,
    withResponse,
    send: async (input, options = {}) =>
      ingress.request({
        method: "POST",
        path: `/${targetPath(target)}/send`,
        query: options.delay === undefined ? "" : `?delay=${Math.round(toMilliseconds("delay", options.delay))}ms`,
        target,
        input,
        serde,
        options,
        read: ({ data }) => {
          // The server's answer, of which the id is checked.
          const { invocationId, status, executionTime } = json.deserialize(data) as Acceptance;
          if (typeof invocationId !== "string") {
            throw new TypeError("no invocation id");
          }
          return {
            ...invocation(ingress, { ...target, invocationId }, output),
            status,
            ...(executionTime !== undefined && { executionTime }),
          };
        },
      }),
    invocation: (ref) => invocation(ingress, restoredRef(target, ref), output),
  };
}

/** What the server says of an invocation that it accepted. */
interface Acceptance {
  readonly invocationId: string;
  readonly status: "Accepted" | "PreviouslyAccepted";
  readonly executionTime?: string;
}

function restoredRef(target: Target, ref: InvocationRef | string | IdempotencyKey): InvocationRef {
  if (typeof ref === "string") {
    return { ...target, invocationId: ref };
  }
  if (!("service" in ref)) {
    return { ...target, idempotencyKey: ref.idempotencyKey };
  }
  if (ref.service !== target.service || ref.handler !== target.handler || ref.key !== target.key) {
    throw refusal(
      `The invocation is of another handler or key than ${target.service}/${target.handler}.`,
    );
  }
  return ref;
}
