import type { Definition } from "../model/definition.js";
import type { ReadHandler } from "./read-handler.js";

/** What is read of every definition, whatever its kind. */
export type DefinitionBase = Omit<
  Extract<Definition, { readonly kind: "service" }>,
  "kind" | "handlers"
>;

/** Puts a definition together; `undefined` for a workflow without `run`. */
export function assembleDefinition(
  kind: Definition["kind"],
  base: DefinitionBase,
  read: readonly ReadHandler[],
): Definition | undefined {
  const handlers = read.map(({ handler }) => handler);
  switch (kind) {
    case "service":
      return { kind, ...base, handlers };
    case "object":
      return {
        kind,
        ...base,
        handlers: read.map(({ handler, shared }) => ({
          ...handler,
          concurrency: shared ? "shared" : "exclusive",
        })),
      };
    case "workflow": {
      const run = handlers.find(({ name }) => name === "run");
      return run && { kind, ...base, run, handlers: handlers.filter((one) => one !== run) };
    }
  }
}
