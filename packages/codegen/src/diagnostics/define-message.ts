import type { Message } from "./diagnose.js";

/** What one entry of the catalogue says; messages and docs derive from it. */
export interface MessageSpec<Args extends readonly unknown[]> {
  /** What the diagnostic means, for the docs: when it comes up, and what follows. */
  readonly cause: string;
  /** The case in `fixtures/errors` whose printed diagnostics show it. */
  readonly example: string;
  /** How to mend it. */
  readonly fix: string;
  /** What is wrong in this very place, and why it matters. */
  readonly message: (...args: Args) => string;
  /** How to mend it here, where more is known than `fix` can say. */
  readonly fixHere?: (...args: Args) => string | undefined;
}

/** A message of the catalogue: called with what is known of a place, it gives the text for there. */
export interface MessageMaker<Args extends readonly unknown[] = never> {
  (...args: Args): Message;
  readonly code: string;
  readonly severity: Message["severity"];
  /** Whether `rules` and comments may make less of it. */
  readonly lowerable: boolean;
  readonly cause: string;
  readonly example: string;
  readonly fix: string;
}

/** Something that the output is usable in spite of. */
export function warning<Args extends readonly unknown[]>(
  code: string,
  spec: MessageSpec<Args>,
): MessageMaker<Args> {
  return createMaker({ code, severity: "warning", lowerable: true }, spec);
}

/** Something after which nothing right could be written, so it stays an error whatever `rules` say. */
export function error<Args extends readonly unknown[]>(
  code: string,
  spec: MessageSpec<Args>,
): MessageMaker<Args> {
  return createMaker({ code, severity: "error", lowerable: false }, spec);
}

/** An error that the user may know better about: what is written in spite of it is right. */
export function lowerableError<Args extends readonly unknown[]>(
  code: string,
  spec: MessageSpec<Args>,
): MessageMaker<Args> {
  return createMaker({ code, severity: "error", lowerable: true }, spec);
}

function createMaker<Args extends readonly unknown[]>(
  facts: Pick<MessageMaker, "code" | "severity" | "lowerable">,
  { cause, example, fix, message, fixHere }: MessageSpec<Args>,
): MessageMaker<Args> {
  const { code, severity } = facts;
  const make = (...args: Args): Message => ({
    code,
    severity,
    message: message(...args),
    fix: fixHere?.(...args) ?? fix,
  });
  return Object.assign(make, { ...facts, cause, example, fix });
}
