import type { FetchResponse } from "../fetch.js";
import { invocationError, jsonAnswer } from "./answer.js";
import { printTime } from "./delay.js";
import type { FakeCall } from "./fake-call.js";
import type { StoredInvocation } from "./invocation-store.js";
import { identityOf, type Message } from "./message.js";
import { endOf } from "./observe.js";
import { readInput } from "./run-handler.js";
import { start } from "./start.js";
import type { World } from "./world.js";

/** Starts an invocation, or finds the one that a message means, and answers as the server does. */
export async function invoke(world: World, message: Message): Promise<FetchResponse> {
  const { clock, store, calls } = world;
  const id = store.idOf(identityOf(message));
  const known = store.find(id);
  const status = known ? "PreviouslyAccepted" : "Accepted";
  calls.push(callOf(message, id, status));
  const invocation = known ?? start(world, message, id);
  if (message.verb === "send") {
    const executionTime = executionTimeOf(invocation, known ? clock.now() : -1);
    return jsonAnswer(202, { invocationId: id, executionTime, status }, { "x-restate-id": id });
  }
  if (known && message.kind === "workflow") {
    const failure = { code: 409, message: "the workflow method was already invoked" };
    return invocationError(failure, { "x-restate-id": id });
  }
  return endOf(invocation);
}

/** Returns when a delayed invocation is due, if that is after `now`. */
function executionTimeOf({ dueAt }: StoredInvocation, now: number): string | undefined {
  return dueAt !== undefined && dueAt > now ? printTime(dueAt) : undefined;
}

function callOf(message: Message, invocationId: string, status: FakeCall["status"]): FakeCall {
  const { target, fake, payload, verb, headers, idempotencyKey, delay } = message;
  return {
    ...target,
    input: inputOf(fake, payload),
    verb,
    headers,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    ...(delay === undefined ? {} : { delay }),
    invocationId,
    status,
  };
}

function inputOf(...read: Parameters<typeof readInput>): unknown {
  try {
    return readInput(...read);
  } catch {
    // The handler never sees it either.
    return undefined;
  }
}
