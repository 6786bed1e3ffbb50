import type { IngressRequest } from "./ingress.js";
import { checkIdempotencyKey } from "./idempotency-key.js";
import type { InvocationRef } from "./invocation-ref.js";
import { pathSegment, targetPath } from "./target.js";

/** Returns the request that waits for an invocation (`attach`), or looks at it (`output`). */
export function locate(
  ref: InvocationRef,
  verb: "attach" | "output",
): Pick<IngressRequest<never>, "method" | "path" | "input" | "target"> {
  const { service, key, handler, invocationId, idempotencyKey, workflow } = ref;
  const target = { service, ...(key !== undefined && { key }), handler };
  const get = (path: string) => ({ method: "GET", path: `/restate/${path}/${verb}`, target }) as const;
  if (workflow) {
    return get(`workflow/${pathSegment("name", service)}/${pathSegment("key", key)}`);
  }
  if (idempotencyKey === undefined) {
    return get(`invocation/${pathSegment("invocation id", invocationId || undefined)}`);
  }
  checkIdempotencyKey(idempotencyKey);
  const path = `${targetPath(target)}/${idempotencyKey}`;
  // The server does not decode this segment, so other keys need the form that Restate 1.7 brought.
  return encodeURIComponent(idempotencyKey) === idempotencyKey && !/^\.\.?$/.test(idempotencyKey)
    ? get(`invocation/${path}`)
    : {
        method: "POST",
        path: `/restate/${verb}`,
        target,
        input: { ...target, target: "idempotentInvocation", idempotencyKey },
      };
}
