import type { MessageMaker } from "./define-message.js";
import { messages } from "./messages.js";

/** What there is to know of one kind of diagnostic, wherever it turns up. */
export interface CatalogueEntry {
  /** `RC206`. */
  readonly code: string;
  /** `any-type`. */
  readonly name: string;
  /** What it is unless `rules` or `strict` say otherwise. */
  readonly severity: "error" | "warning";
  /** Whether `rules` and comments may make less of it; not where nothing right could be written after it. */
  readonly lowerable: boolean;
  /** What it means. */
  readonly cause: string;
  /** How to mend it. */
  readonly fix: string;
  /** The case in `fixtures/errors` that shows it. */
  readonly example: string;
}

/** Every diagnostic there is, by code. */
export const catalogue: readonly CatalogueEntry[] = Object.entries<MessageMaker>(messages)
  .map(([key, { code, severity, lowerable, cause, fix, example }]) => ({
    code,
    name: key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    severity,
    lowerable,
    cause,
    fix,
    example,
  }))
  .sort((a, b) => (a.code < b.code ? -1 : 1));
