import type { FetchResponse } from "../fetch.js";
import type { ScopedTarget } from "../target.js";
import { ingressError } from "./answer.js";
import { parseDelay } from "./delay.js";
import type { AnyFakeHandler, AnyFakeServices } from "./fake-services.js";
import { type HandlerKind, kindOf } from "./handler-kind.js";
import type { Identity } from "./identity.js";
import type { IngressRequest } from "./request.js";
import type { InvokeRoute } from "./route.js";
import { findInputProblem, type Payload } from "./run-handler.js";

/** A call or a message that a handler can take. */
export interface Message {
  /** The handler. */
  readonly target: ScopedTarget;
  /** What stands for it. */
  readonly fake: AnyFakeHandler;
  /** How it runs. */
  readonly kind: HandlerKind;
  /** Whether the result is waited for. */
  readonly verb: "call" | "send";
  /** The input. */
  readonly payload: Payload;
  /** What was sent along. */
  readonly headers: Readonly<Record<string, string>>;
  /** What comes after the ingress's URL, as it was sent. */
  readonly path: string;
  /** The idempotency key, if there is one. */
  readonly idempotencyKey: string | undefined;
  /** In milliseconds, if there is one. */
  readonly delay: number | undefined;
}

/** Reads a call or a message, or refuses it as the server does. */
export function readMessage(
  services: AnyFakeServices,
  route: InvokeRoute,
  request: IngressRequest,
): Message | FetchResponse {
  const { verb, scope, service: name, key, handler } = route;
  const within = scope === undefined ? {} : { scope };
  const target = { ...within, service: name, ...(key === undefined ? {} : { key }), handler };
  const service = ownOf(services, name);
  if (!service) {
    return ingressError(404, unknownService(name, services));
  }
  const fake = ownOf(service, handler);
  if (!fake) {
    return ingressError(404, unknownHandler(target, service));
  }
  const { "idempotency-key": idempotencyKey, ...headers } = request.headers;
  const payload = { body: request.body, contentType: headers["content-type"] };
  const delayText = request.query.get("delay");
  const delay = delayText === undefined ? undefined : parseDelay(delayText);
  const kind = kindOf(service, route, request);
  const { path } = request;
  const message = { target, fake, kind, verb, payload, headers, path, idempotencyKey, delay };
  const problem = findDelayProblem(verb, delayText) ?? findProblem(message);
  return problem === undefined ? message : ingressError(400, problem);
}

function findDelayProblem(verb: Message["verb"], delay: string | undefined): string | undefined {
  if (delay === undefined) {
    return undefined;
  }
  if (verb === "call") {
    return "cannot use the delay query parameter with calls. The delay is supported only with sends";
  }
  return parseDelay(delay) === undefined
    ? `bad delay query parameter, must be a ISO8601 duration: ${delay}`
    : undefined;
}

function findProblem({ kind, idempotencyKey, fake, payload }: Message): string | undefined {
  return kind === "workflow" && idempotencyKey !== undefined
    ? "cannot use the idempotency key with workflow handlers. " +
        "The handler invocation will already be idempotent by the workflow key itself."
    : findInputProblem(fake, payload);
}

/** Returns what makes two messages one invocation, if anything does. */
export function identityOf({ target, kind, idempotencyKey }: Message): Identity | undefined {
  const { scope, service, key, handler } = target;
  if (kind === "workflow") {
    return { by: "workflow", scope, service, key: key ?? "" };
  }
  return idempotencyKey === undefined
    ? undefined
    : { by: "idempotencyKey", scope, service, key, handler, idempotencyKey };
}

/** Returns the server's words for a service that there is not, and ours. */
export function unknownService(service: string, services: AnyFakeServices): string {
  return (
    `service '${service}' not found, make sure to register the service before calling it. ` +
    `This is a fake ingress, which has ${listOf(services)}.`
  );
}

function unknownHandler({ service, handler }: ScopedTarget, fakes: object): string {
  return (
    `the service '${service}' exists, but the handler '${handler}' was not found, ` +
    "check that the handler exists in the latest registered service version. " +
    `This is a fake ingress, where it has ${listOf(fakes)}.`
  );
}

function listOf(named: object): string {
  const names = Object.keys(named);
  return names.length > 0 ? names.map((name) => `'${name}'`).join(", ") : "nothing";
}

/** Returns a member that is an object's own: names come from outside. */
function ownOf<Member>(members: Readonly<Record<string, Member>>, name: string) {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}
