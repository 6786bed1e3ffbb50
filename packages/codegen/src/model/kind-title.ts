import type { Definition } from "./definition.js";

/** What Restate calls each kind of definition, in a sentence. */
export const kindTitle = {
  service: "service",
  object: "virtual object",
  workflow: "workflow",
} as const satisfies Record<Definition["kind"], string>;
