import { refuse } from "./error.js";

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

/** Returns a handler's address as a path, with a leading slash. */
export function targetPath(target: Target): string {
  const { service, handler } = target;
  // A key that is there but undefined is a mistake, and must not address the service without it.
  return "key" in target ? toPath(service, target.key, handler) : toPath(service, handler);
}

/** Returns a path of these segments, each with a leading slash, or refuses one that has no encoding. */
export function toPath(...segments: readonly (string | undefined)[]): string {
  return segments
    .map((segment) =>
      // A URL parser resolves dots, even percent-encoded, and the request would reach another
      // handler. Half of a surrogate pair has no encoding.
      typeof segment === "string" && !/^\.\.?$|\p{Cs}/u.test(segment)
        ? `/${encodeURIComponent(segment)}`
        : refuse("A key or id", 'text, not "." or ".."'),
    )
    .join("");
}
