import { error } from "../define-message.js";
import { list } from "../wording.js";

/** About the templates that users bring. */
export const templateMessages = {
  templatesNotFound: error("RC420", {
    cause: "`templates` names a folder that is not there.",
    example: "templates-not-found.invalid",
    fix: "Mend the path: in a config file it is relative to that, on the command line to where that is run.",
    message: (folder: string) => `There is no folder ${folder}, which \`templates\` names.`,
  }),

  unknownTemplate: error("RC421", {
    cause:
      "A file in the folder that `templates` names replaces our template of the same name. There is none of this name, so it would change nothing.",
    example: "unknown-template.invalid",
    fix: "Give it the name of one of our templates, or another extension.",
    message: (file: string, _nearest: string | undefined, known: readonly string[]) =>
      `${file} replaces no template: there are ${known.map((name) => `\`${name}\``).join(", ")}.`,
    fixHere: (_file, nearest) =>
      nearest === undefined ? undefined : `Did you mean \`${nearest}.hbs\`?`,
  }),

  templateUnusable: error("RC422", {
    cause:
      "A template of yours is not well-formed, or mentions what its view does not have, and that would print nothing. Nothing is written meanwhile.",
    example: "template-unusable.invalid",
    fix: "Mend it. `docs/templates.md` in the package says what each template sees.",
    message: (reason: string) => `This template ${reason}.`,
  }),

  templateWithoutHeader: error("RC423", {
    cause:
      "Files of ours are known by a comment before their first code, which the templates print as `{{header}}`. Without it the next run would take a file for somebody else's.",
    example: "template-without-header.invalid",
    fix: "Start the template with `{{> header}}`, or the template `header` with `{{header}}`.",
    message: (files: readonly string[]) =>
      `${list(files)} would be without the line by which restate-codegen knows what it wrote.`,
  }),

  emitFailed: error("RC424", {
    cause:
      "With `emit` set to `js` what the templates print is compiled, file by file, to JavaScript and declarations. What a template of yours prints is no TypeScript, or exports something without saying its type. Nothing is written meanwhile.",
    example: "emit-failed.invalid",
    fix: "Mend the template. What it exports has to say its types, as with the compiler's `isolatedDeclarations`.",
    message: (path: string, line: string, reason: string) =>
      `${path} could not be compiled, for the line \`${line}\`: ${reason}`,
  }),

  templateUnreadable: error("RC425", {
    cause:
      "prettier has to read what it formats. What a template of yours prints is no TypeScript, or your prettier configuration has another `parser` for it. Nothing is written meanwhile.",
    example: "template-unreadable.invalid",
    fix: "Mend the template; where none is yours, mend the `parser` of your prettier configuration.",
    message: (paths: readonly string[], line: string, reason: string) =>
      `${list(paths)} could not be read by prettier, for the line \`${line}\`: ${reason}`,
  }),
};
