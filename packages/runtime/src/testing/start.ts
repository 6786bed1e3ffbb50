import { toMilliseconds } from "../duration.js";
import type { HandlerInfo } from "./handler-info.js";
import type { StoredInvocation } from "./invocation-store.js";
import type { Message } from "./message.js";
import { runHandler } from "./run-handler.js";
import type { World } from "./world.js";

/** Starts an invocation, or has it wait for its time and its turn. */
export function start(world: World, message: Message, id: string): StoredInvocation {
  const { target, fake, kind, payload, delay } = message;
  const dueAt = delay === undefined ? undefined : world.clock.now() + delay;
  const run = async () => runHandler(fake, payload, infoOf(world, message, id), world.maxAttempts);
  const takeTurn = async () =>
    kind === "exclusive"
      ? world.queue(JSON.stringify([target.scope, target.service, target.key]), run)
      : run();
  const outcome = dueAt === undefined ? takeTurn() : world.clock.until(dueAt).then(takeTurn);
  const invocation = { id, target, dueAt, outcome };
  world.store.add(invocation);
  return invocation;
}

function infoOf(world: World, message: Message, id: string): Omit<HandlerInfo, "attempt"> {
  const { target, headers, path, idempotencyKey } = message;
  const { clock, awakeables, ingress } = world;
  return {
    service: target.service,
    key: target.key ?? "",
    handler: target.handler,
    scope: target.scope,
    headers: { ...headers, "x-restate-ingress-path": path },
    idempotencyKey,
    invocationId: id,
    ingress,
    awakeable: (serde) => awakeables.create(serde),
    now: clock.now,
    sleep: (duration) => clock.until(clock.now() + toMilliseconds("duration", duration)),
  };
}
