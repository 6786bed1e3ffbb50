import { error, lowerableError, warning } from "../define-message.js";

/** What is wrong in a place of what the user's function returned. */
export interface TransformedFlaw {
  /** The Restate name of the definition that the place is in. */
  readonly definition: string | undefined;
  readonly expected: string;
  readonly received: string | undefined;
}

/** About what the user asks of the generator, in options and in comments. */
export const optionMessages = {
  unknownRule: error("RC120", {
    cause: "`rules` and `--rule` name diagnostics by their codes, and this is none of them.",
    example: "unknown-rule.invalid",
    fix: "Name a code as it is printed, such as `RC206`.",
    message: (code: string, _nearest: string | undefined) =>
      `There is no diagnostic "${code}", so no rule can be made for it.`,
    fixHere: (_code, nearest) =>
      nearest === undefined ? undefined : `Did you mean \`${nearest}\`?`,
  }),

  firmRule: error("RC121", {
    cause:
      "Some errors stand for something that cannot be written: there is no client without a name. What it would take to write a wrong one is not for a rule to say.",
    example: "firm-rule.invalid",
    fix: "Mend what it reports, or leave the definition out with `exclude`.",
    message: (code: string) =>
      `${code} cannot be lowered: nothing right could be written in spite of it.`,
  }),

  nothingMatches: lowerableError("RC123", {
    cause:
      "A pattern of `include` or `exclude` is compared with the Restate name of each definition, and with its file, relative to the tsconfig's folder. This one matches none, so it does not do what it was written for.",
    example: "pattern-without-match.invalid",
    fix: "Mend the pattern, or remove it.",
    message: (option: string, pattern: string, _nearest: string | undefined) =>
      `No definition has a name or a file that matches the pattern "${pattern}" in \`${option}\`.`,
    fixHere: (_option, _pattern, nearest) =>
      nearest === undefined ? undefined : `Did you mean "${nearest}"?`,
  }),

  unknownRename: lowerableError("RC124", {
    cause:
      "`rename` gives clients other names by the Restate names of their definitions, and there is no definition of this one, so nothing is renamed.",
    example: "unknown-rename.invalid",
    fix: "Mend the name, or remove it.",
    message: (name: string, _nearest: string | undefined) =>
      `\`rename\` speaks of "${name}", but no definition has this name.`,
    fixHere: (_name, nearest) => (nearest === undefined ? undefined : `Did you mean "${nearest}"?`),
  }),

  unusableClientName: error("RC125", {
    cause:
      "The names of a client's module, factory and interface are made of what `rename` or `transformModel` says, so that has to be something that a file and an identifier can be called.",
    example: "unusable-client-name.invalid",
    fix: "Let it start with a letter or `_`, and have only letters, digits, `_`, `-` and `.`: `welcome`, or `front-desk`.",
    message: (name: string, clientName: string) =>
      `The client of "${name}" is to be called "${clientName}", which no file and no identifier can be called.`,
  }),

  transformFailed: error("RC126", {
    cause:
      "The function `transformModel` of the config decides what clients are written for. It threw, so nothing is known to write.",
    example: "transform-failed.invalid",
    fix: "Mend the function.",
    message: (reason: string) => `\`transformModel\` failed: ${reason}`,
  }),

  transformedUnusable: error("RC127", {
    cause:
      "The function `transformModel` of the config returns the definitions to write clients for: plain data of the form that it gets. Something in what it returned has another form, so nothing is written.",
    example: "transformed-unusable.invalid",
    fix: "Return a list of definitions, such as those that it gets; the type `Definition` has their form.",
    message: (path: string, flaw: TransformedFlaw) =>
      `What \`transformModel\` returned is no model: ${path === "" ? "it" : `\`${path}\``}` +
      (flaw.definition === undefined ? "" : ` of "${flaw.definition}"`) +
      (flaw.received === "undefined" && path !== ""
        ? " is missing."
        : ` should be ${flaw.expected}${flaw.received === undefined ? "" : `, but it is ${flaw.received}`}.`),
  }),

  excuseWithoutReason: warning("RC130", {
    cause:
      "A comment excuses a diagnostic by telling the next reader why all is well. Without a reason it excuses nothing.",
    example: "excuse-without-reason",
    fix: "Say why after a colon: `// restate-codegen-allow RC206: checked by hand`.",
    message: (code: string) => `This gives no reason, so it does not excuse the ${code} here.`,
  }),

  uselessExcuse: warning("RC131", {
    cause:
      "A comment excuses what is reported on its own line, or, where it stands alone, on the next line of code. Nothing of its code is reported there, or nothing that can be excused.",
    example: "useless-excuse.invalid",
    fix: "Remove it, or move it to the line that is reported.",
    message: (code: string, why: "unused" | "firm") =>
      code === ""
        ? "This names no code, so it excuses nothing."
        : why === "firm"
          ? `${code} cannot be excused: nothing right could be written in spite of it.`
          : `This excuses nothing: no ${code} is reported here.`,
    fixHere: (code, why) =>
      code === ""
        ? "Name the code and the reason: `// restate-codegen-allow RC206: checked by hand`."
        : why === "firm"
          ? "Mend what it reports, and remove this."
          : undefined,
  }),
};
