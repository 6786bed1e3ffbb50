import type { Doc } from "./doc.js";
import type { Access, Handler, ObjectHandler } from "./handler.js";
import type { SourceRange } from "./source-range.js";
import type { TypeDeclaration } from "./type-model.js";

/** Something that a project registers with Restate. */
export type Definition = Service | VirtualObject | Workflow;

/** A service: its handlers run concurrently and have no key. */
export interface Service extends Registration {
  readonly kind: "service";
  readonly handlers: readonly Handler[];
}

/** A virtual object: each key has a state of its own. */
export interface VirtualObject extends Registration {
  readonly kind: "object";
  readonly handlers: readonly ObjectHandler[];
}

/** A workflow: `run` runs once per key, its other handlers are shared. One without `run` cannot be represented. */
export interface Workflow extends Registration {
  readonly kind: "workflow";
  readonly run: Handler;
  readonly handlers: readonly Handler[];
}

/** What all definitions have. */
interface Registration {
  /** The name registered with Restate, which need not be the variable's. */
  readonly name: string;
  /** What the names of its client are made of; the Restate name where it is absent. */
  readonly clientName?: string;
  /** The access of the whole definition; a private one gets no client. */
  readonly access: Access;
  readonly doc?: Doc;
  /** The named types that the payloads mention, directly or through each other, sorted by id. */
  readonly declarations: readonly TypeDeclaration[];
  /** The file of the definition, relative to the project's folder. */
  readonly file: string;
  readonly range: SourceRange;
}

/** All handlers of a definition, a workflow's `run` first. */
export function handlersOf(definition: Definition): readonly Handler[] {
  return definition.kind === "workflow"
    ? [definition.run, ...definition.handlers]
    : definition.handlers;
}
