import type { FetchResponse } from "../fetch.js";
import type { Target } from "../target.js";
import { answer, ingressError, jsonAnswer } from "./answer.js";
import { invoke } from "./invoke.js";
import { readMessage } from "./message.js";
import { observe, readIdentity } from "./observe.js";
import type { IngressRequest } from "./request.js";
import { type CompleteRoute, type Route, routeOf } from "./route.js";
import type { World } from "./world.js";

/** Answers a request as the server does. */
export async function serve(world: World, request: IngressRequest): Promise<FetchResponse> {
  const { services, store } = world;
  if (request.path.length > LONGEST_PATH) {
    return answer(414, {});
  }
  if (request.body.length > LARGEST_BODY) {
    return answer(413, { "content-type": "text/plain" }, "length limit exceeded");
  }
  const route = routeOf(request, services);
  if (!methodsOf(route).includes(request.method)) {
    return ingressError(405, "method not allowed");
  }
  switch (route.to) {
    case "invoke": {
      const message = readMessage(services, route, request);
      return "status" in message ? message : invoke(world, message);
    }
    case "observe":
      return observe(world, route.verb, route.of);
    case "observe the target": {
      const of = readIdentity(request.body);
      return of === undefined ? unreadable(route.verb) : observe(world, route.verb, of);
    }
    case "lookup": {
      const of = readIdentity(request.body);
      return typeof of === "object"
        ? jsonAnswer(200, { invocationId: store.idOf(of) })
        : unreadable("lookup");
    }
    case "complete":
      return complete(world, route, request.body);
    case "health":
      return jsonAnswer(200, { services: Object.keys(services) });
    case "nothing":
      return ingressError(route.code, route.message);
  }
}

function complete({ awakeables }: World, { id, verb }: CompleteRoute, body: Uint8Array) {
  if (!/^(sign|prom)_1[\w-]+$/.test(id)) {
    return ingressError(400, `bad awakeable id '${id}': bad format`);
  }
  awakeables.complete(id, verb, body);
  return answer(202, {});
}

/** Returns the handler that a request is about, as far as that can be seen. */
export function targetOf(request: IngressRequest, world: World): Partial<Target> | undefined {
  const route = routeOf(request, world.services);
  return request.target ?? (route.to === "invoke" ? route : undefined);
}

function methodsOf({ to }: Route): readonly string[] {
  switch (to) {
    case "observe":
    case "health":
      return ["GET"];
    case "observe the target":
    case "lookup":
    case "complete":
      return ["POST"];
    default:
      return ["GET", "POST"];
  }
}

function unreadable(what: string): FetchResponse {
  return ingressError(500, `cannot read body: invalid ${what} body`);
}

/** More characters the server takes for an attack. */
const LONGEST_PATH = 65_535;

/** The server's limit by default, in bytes. */
const LARGEST_BODY = 32 * 1024 * 1024;
