import type { FetchResponse } from "../fetch.js";
import { json } from "../serde.js";
import { ingressError, invocationError, outcomeAnswer } from "./answer.js";
import type { Identity } from "./identity.js";
import { expiryOf, problemOf, type StoredInvocation } from "./invocation-store.js";
import { unknownService } from "./message.js";
import type { ObserveVerb } from "./route.js";
import type { World } from "./world.js";

/** Waits for an invocation, or looks at it, and answers as the server does. */
export async function observe(
  { store, services }: World,
  verb: ObserveVerb,
  of: Identity | string,
): Promise<FetchResponse> {
  if (typeof of === "string") {
    const problem = problemOf(of);
    if (problem !== undefined) {
      return ingressError(400, `bad invocation id '${of}': ${problem}`);
    }
  } else if (of.by === "idempotencyKey" && !Object.hasOwn(services, of.service)) {
    return ingressError(404, unknownService(of.service, services));
  }
  const id = typeof of === "string" ? of : store.idOf(of);
  const invocation = store.find(id);
  if (!invocation) {
    return verb === "attach"
      ? invocationError({ code: 404, message: "not found" }, { "x-restate-id": id })
      : ingressError(404, "invocation not found");
  }
  return verb === "attach" || invocation.endedAt !== undefined
    ? endOf(invocation)
    : ingressError(470, "the invocation exists but has not completed yet");
}

/** Waits for an invocation to end, and tells what became of it. */
export async function endOf(invocation: StoredInvocation): Promise<FetchResponse> {
  const { id, endedAt, outcome } = invocation;
  // Told only to who asks afterwards.
  const expires = endedAt === undefined ? undefined : printExpiry(expiryOf(invocation));
  return outcomeAnswer(await outcome, { "x-restate-id": id, "idempotency-expires": expires });
}

/** Reads the identity that is in a body; undefined where it is none. */
export function readIdentity(body: Uint8Array): Identity | string | undefined {
  const { target, ...of } = Object(parse(body)) as Partial<Record<string, string>>;
  const { invocationId, scope, service, key, handler, idempotencyKey } = of;
  const { workflowName, workflowKey } = of;
  if (target === "invocation") {
    return invocationId;
  }
  if (target === "workflow" && workflowName !== undefined && workflowKey !== undefined) {
    return { by: "workflow", scope, service: workflowName, key: workflowKey };
  }
  return target === "idempotentInvocation" && service !== undefined && handler !== undefined
    ? { by: "idempotencyKey", scope, service, key, handler, idempotencyKey: idempotencyKey ?? "" }
    : undefined;
}

function parse(body: Uint8Array): unknown {
  try {
    return json.deserialize(body);
  } catch {
    return undefined;
  }
}

function printExpiry(time: number): string {
  return new Date(time).toISOString().replace("Z", "+00:00");
}
