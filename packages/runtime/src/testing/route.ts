import type { ScopedTarget } from "../target.js";
import type { AnyFakeServices } from "./fake-services.js";
import type { Identity } from "./identity.js";
import { decodeSegment, type IngressRequest } from "./request.js";

/** What a request asks for. */
export type Route =
  | InvokeRoute
  | { readonly to: "observe"; readonly verb: ObserveVerb; readonly of: Identity | string }
  | { readonly to: "observe the target"; readonly verb: ObserveVerb }
  | CompleteRoute
  | { readonly to: "lookup" }
  | { readonly to: "health" }
  | { readonly to: "nothing"; readonly code: number; readonly message: string };

/** To wait for a result, or to look whether there is one. */
export type ObserveVerb = "attach" | "output";

/** A request that is to run a handler. */
export interface InvokeRoute extends ScopedTarget {
  readonly to: "invoke";
  /** Whether the result is waited for. */
  readonly verb: "call" | "send";
}

/** A request that is to complete an awakeable. */
export interface CompleteRoute {
  readonly to: "complete";
  /** How. */
  readonly verb: "resolve" | "reject";
  /** Which. */
  readonly id: string;
}

/** Finds out what a request asks for, by its path. */
export function routeOf(request: IngressRequest, services: AnyFakeServices): Route {
  const [first = "", ...rest] = request.path.split("/").slice(1);
  if (first !== "restate") {
    return invokeRoute(first, rest, request, services);
  }
  const [head = "", ...tail] = rest;
  return ownRoute(head, tail) ?? nothing(404, "not found");
}

/** The paths of handlers, as every version of Restate knows them. */
function invokeRoute(
  service: string,
  [first, second, third, ...more]: readonly string[],
  { target }: IngressRequest,
  services: AnyFakeServices,
): Route {
  if (first === undefined) {
    return nothing(400, `bad path: /${service}`);
  }
  if (second === undefined) {
    return { to: "invoke", verb: "call", service, handler: first };
  }
  // Else it is the handler `send` of the object with that key. The server knows which is which from the definitions.
  const isKeyed = target ? "key" in target : !Object.hasOwn(services[service] ?? {}, first);
  if (second === "send" && third === undefined && !isKeyed) {
    return { to: "invoke", verb: "send", service, handler: first };
  }
  if (more.length > 0 || (third !== undefined && third !== "send")) {
    return nothing(400, BAD_PATH);
  }
  const verb = third === undefined ? "call" : "send";
  return { to: "invoke", verb, service, key: decodeSegment(first), handler: second };
}

/** The paths below `/restate`. */
function ownRoute(head: string, tail: readonly string[]): Route | undefined {
  const [first, second, third] = tail;
  switch (head) {
    case "health":
    case "lookup":
      return { to: head };
    case "call":
    case "send":
      return explicitRoute(head, tail);
    case "scope":
      return second === "call" || second === "send"
        ? explicitRoute(second, tail.slice(2), first)
        : nothing(400, BAD_PATH);
    case "attach":
    case "output":
      return first === undefined
        ? { to: "observe the target", verb: head }
        : { to: "observe", verb: head, of: first };
    case "invocation":
      return invocationRoute(tail.slice(0, -1), tail.at(-1));
    case "workflow":
      return first !== undefined && second !== undefined && isObserveVerb(third)
        ? {
            to: "observe",
            verb: third,
            of: { by: "workflow", service: first, key: decodeSegment(second) },
          }
        : nothing(400, BAD_PATH);
    case "a":
    case "awakeables":
      return first !== undefined && (second === "resolve" || second === "reject")
        ? { to: "complete", verb: second, id: decodeSegment(first) }
        : undefined;
    default:
      return undefined;
  }
}

/** The paths of handlers that Restate 1.7 brought. */
function explicitRoute(verb: InvokeRoute["verb"], tail: readonly string[], scope?: string): Route {
  const [service, first, second, ...more] = tail;
  const within = scope === undefined ? {} : { scope };
  if (service === undefined || first === undefined || more.length > 0) {
    return nothing(400, BAD_PATH);
  }
  return second === undefined
    ? { to: "invoke", verb, ...within, service, handler: first }
    : { to: "invoke", verb, ...within, service, key: decodeSegment(first), handler: second };
}

function invocationRoute(parts: readonly string[], verb: string | undefined): Route {
  const [service, first] = parts;
  if (!isObserveVerb(verb) || service === undefined || parts.length > 4) {
    return nothing(400, BAD_PATH);
  }
  if (first === undefined) {
    return { to: "observe", verb, of: service };
  }
  // The server does not decode the idempotency key.
  const [handler = "", idempotencyKey = ""] = parts.slice(-2);
  const key = parts.length === 4 ? decodeSegment(first) : undefined;
  return {
    to: "observe",
    verb,
    of: { by: "idempotencyKey", service, key, handler, idempotencyKey },
  };
}

function isObserveVerb(verb: string | undefined): verb is ObserveVerb {
  return verb === "attach" || verb === "output";
}

function nothing(code: number, message: string): Route {
  return { to: "nothing", code, message };
}

const BAD_PATH =
  "bad path, expected either /:service-name/:handler or /:object-name/:object-key/:handler";
