import { refusal } from "./error.js";

/** A handler's address. */
export interface Target {
  /** The name of the service, virtual object or workflow, as registered with Restate. */
  readonly service: string;
  /** The key of the virtual object or workflow; services have none. An empty key is a key. */
  readonly key?: string;
  /** The handler's name. */
  readonly handler: string;
}

/** The address of a workflow's handler. */
export interface WorkflowTarget extends Target {
  /** The workflow's key. */
  readonly key: string;
}

/** Returns a handler's address as a path, without a leading slash. */
export function targetPath(target: Target): string {
  const { service, handler } = target;
  // A key that is present but undefined is a mistake, and must not address the service without it.
  return ("key" in target ? [service, target.key, handler] : [service, handler])
    .map((part) => pathSegment("key", part))
    .join("/");
}

/** Encodes a key or an id as one segment of a path, or refuses it by its name. */
export function pathSegment(name: string, value: string | undefined): string {
  try {
    // A URL parser resolves these two, even percent-encoded, and the request would reach another handler.
    if (typeof value === "string" && !/^\.\.?$/.test(value)) {
      return encodeURIComponent(value);
    }
  } catch {
    // Half of a surrogate pair, which has no encoding.
  }
  throw refusal(`A ${name} must be a well-formed string, and neither "." nor "..".`);
}
