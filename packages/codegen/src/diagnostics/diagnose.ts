import type { SourceRange } from "../model/source-range.js";
import type { Diagnostic } from "./diagnostic.js";

/** A message of the catalogue, before it is tied to a place. */
export type Message = Pick<Diagnostic, "code" | "severity" | "message" | "fix">;

/** What ties a message to the user's code. */
export interface Site {
  readonly range?: SourceRange | undefined;
  readonly related?: Diagnostic["related"];
  readonly definition?: string | undefined;
}

/** Ties a message to a place. */
export function diagnose(message: Message, site: Site = {}): Diagnostic {
  return {
    ...message,
    related: site.related ?? [],
    definitions: site.definition === undefined ? [] : [site.definition],
    ...(site.range && { range: site.range }),
  };
}
