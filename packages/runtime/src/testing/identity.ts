import type { Within } from "../target.js";

/** What makes two requests mean the same invocation. */
export type Identity = IdempotencyIdentity | WorkflowIdentity;

/** A handler and an idempotency key. */
export interface IdempotencyIdentity extends Within {
  readonly by: "idempotencyKey";
  /** The name of the service, virtual object or workflow. */
  readonly service: string;
  /** Its key, if it has one. */
  readonly key: string | undefined;
  /** The handler's name. */
  readonly handler: string;
  /** The idempotency key. */
  readonly idempotencyKey: string;
}

/** A workflow and its key, which has one run. */
export interface WorkflowIdentity extends Within {
  readonly by: "workflow";
  /** The workflow's name. */
  readonly service: string;
  /** Its key. */
  readonly key: string;
}

/** Writes an identity as text that is the same for the same identity. */
export function printIdentity(identity: Identity): string {
  const { by, scope, service, key } = identity;
  return JSON.stringify(
    by === "workflow"
      ? [scope, service, key]
      : [scope, service, key, identity.handler, identity.idempotencyKey],
  );
}
