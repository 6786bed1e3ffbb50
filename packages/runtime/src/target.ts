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

/** What limits an address to a scope. */
export interface Within {
  /** The scope that it is in; outside of any if absent. */
  readonly scope?: string | undefined;
}

/** A handler's address, and the scope that it was called in. */
export interface ScopedTarget extends Target, Within {}

/** The address of a workflow's handler. */
export interface WorkflowTarget extends Target {
  /** The workflow's key. */
  readonly key: string;
}

/** Returns a handler's address as a path, with a leading slash. */
export function targetPath(target: Target): string {
  // A key that is there but undefined is a mistake, and must not address the service without it.
  const key = "key" in target ? toSegment(target.key) : "";
  return toSegment(target.service) + key + toSegment(target.handler);
}

/** Returns a text as one segment of a path, with a leading slash, or refuses what has no encoding. */
export function toSegment(text: string | undefined): string {
  // A URL parser resolves dots, even percent-encoded, and the request would reach another
  // handler. Half of a surrogate pair has no encoding.
  return typeof text === "string" && !/^\.\.?$|\p{Cs}/u.test(text)
    ? `/${encodeURIComponent(text)}`
    : refuse("key or id");
}
