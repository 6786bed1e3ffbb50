import type { Definition } from "../model/definition.js";
import type { Handler } from "../model/handler.js";
import {
  handlerForms,
  privateRunForm,
  workflowRunForms,
  type HandlerForm,
} from "./handler-view.js";
import { namePayloads } from "./name-payloads.js";
import { reachableTypes, type ReachableTypes } from "./reachable-types.js";

/** A handler that callers reach. */
export interface OfferedHandler {
  readonly handler: Handler;
  readonly form: HandlerForm;
}

/** What a client offers, before it is decided how that is printed. */
export interface OfferedClient {
  readonly definition: Definition;
  /** At least one. */
  readonly handlers: readonly OfferedHandler[];
  readonly types: ReachableTypes;
}

/** Says what a definition offers to callers; `undefined` for one that they cannot reach. */
export function offerClient(analysed: Definition): OfferedClient | undefined {
  const definition = namePayloads(analysed);
  const handlers = offeredHandlers(definition);
  return handlers.length === 0
    ? undefined
    : { definition, handlers, types: reachableTypes(definition) };
}

/** Whether callers reach anything of a definition. */
export function hasClient(definition: Definition): boolean {
  return offeredHandlers(definition).length > 0;
}

function offeredHandlers(definition: Definition): readonly OfferedHandler[] {
  if (definition.access === "private") {
    return [];
  }
  const plain = definition.handlers
    .filter(({ access }) => access === "public")
    .map((handler) => ({ handler, form: handlerForms[handler.input.presence] }));
  if (definition.kind !== "workflow") {
    return plain;
  }
  const { run } = definition;
  const offeredRun: OfferedHandler =
    run.access === "private"
      ? { handler: { ...run, input: { presence: "none" } }, form: privateRunForm }
      : { handler: run, form: workflowRunForms[run.input.presence] };
  return [offeredRun, ...plain];
}
