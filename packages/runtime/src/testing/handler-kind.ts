import { type AnyFakeService, descriptionOf } from "./fake-services.js";
import type { IngressRequest } from "./request.js";
import type { InvokeRoute } from "./route.js";

/** What Restate knows of how a handler runs: once per key, one at a time per key, or as it comes. */
export type HandlerKind = "workflow" | "exclusive" | "shared";

/** Returns the kind of a handler, from what its service says, or what its name and its service's handlers let expect. */
export function kindOf(
  service: AnyFakeService,
  { handler, key }: InvokeRoute,
  { target }: IngressRequest,
): HandlerKind {
  if (key === undefined) {
    return "shared";
  }
  const own = declaredKind(service, handler);
  if (own) {
    return own;
  }
  // A client's submission says that it is one.
  if (target && "workflow" in target) {
    return "workflow";
  }
  const isWorkflow = Object.keys(service).some(
    (name) => declaredKind(service, name) === "workflow",
  );
  return isWorkflow ? "shared" : "exclusive";
}

function declaredKind(service: AnyFakeService, name: string): HandlerKind | undefined {
  const fake = service[name];
  return fake && (descriptionOf(fake).kind ?? (name === "run" ? "workflow" : undefined));
}
