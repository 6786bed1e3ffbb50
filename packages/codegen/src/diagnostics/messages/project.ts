import { printBlame, printRemedy, type Blame } from "../blame.js";
import { error, warning } from "../define-message.js";
import { list, plural } from "../wording.js";

/** About reading the project. */
export const projectMessages = {
  tsconfigNotFound: error("RC101", {
    cause: "The tsconfig that the generator was told to read, or `tsconfig.json`, does not exist.",
    example: "tsconfig-not-found.invalid",
    fix: "Run it in the project's folder, or name the file: `restate-codegen --project path/to/tsconfig.json`.",
    message: (path: string) =>
      `There is no ${path}. The generator reads a project through its tsconfig.`,
  }),

  tsconfigInvalid: error("RC102", {
    cause:
      "TypeScript itself cannot make sense of the tsconfig, or of one that it extends, so it is unknown which files to read and how.",
    example: "tsconfig-invalid.invalid",
    fix: "Mend the file; `npx tsc --showConfig` shows how TypeScript understands it.",
    message: (path: string, reason: string) => `${path} cannot be read: ${reason}`,
  }),

  tsconfigEmpty: error("RC103", {
    cause:
      'The tsconfig names no files of its own. One that only has "references" is for `tsc --build`: it passes on to others, of which the generator reads one at a time.',
    example: "tsconfig-of-references.invalid",
    fix: 'Add the services to its "include".',
    message: (path: string, references: readonly string[], _elsewhere: Elsewhere | undefined) =>
      `${path} includes no source files.` +
      (references.length > 0 ? ` It only refers to ${list(references)}.` : ""),
    fixHere: (_path, [first], elsewhere) =>
      elsewhere
        ? nameConfig(elsewhere)
        : first === undefined
          ? undefined
          : `Name the one that includes the services: \`restate-codegen --project ${first}\`.`,
  }),

  noDefinitions: error("RC104", {
    cause:
      "None of the files of the tsconfig defines anything that callers could reach. A definition is found when it is exported, bound to an endpoint, or served.",
    example: "no-definitions.invalid",
    fix:
      'Export it, for example `export const greeter = restate.service({ name: "Greeter", handlers: { … } })`, ' +
      "or name the tsconfig that includes it with `--project`.",
    message: (path: string, files: number, _elsewhere: Elsewhere | undefined) =>
      `No service, virtual object or workflow was found in the ${plural(files, "file")} of ${path}. ` +
      "A definition is found when it is exported, bound to an endpoint, or served.",
    fixHere: (_path, _files, elsewhere) => elsewhere && nameConfig(elsewhere),
  }),

  notStrict: warning("RC105", {
    cause:
      'Without "strictNullChecks", TypeScript takes `string` and `string | undefined` for the same type, so what may be absent cannot be told from what is always there.',
    example: "not-strict",
    fix: 'Set `"strict": true`.',
    message: (path: string) =>
      `${path} does not set "strict" (nor "strictNullChecks"), so TypeScript forgets where null and undefined are possible, ` +
      "and the clients cannot say it.",
  }),

  unresolvedType: warning("RC106", {
    cause:
      "TypeScript itself does not know the type, most often because the module that it comes from cannot be found. Callers get `unknown` for it, which is never wrong, but says nothing.",
    example: "unresolved-import",
    fix: "Install the missing package or build the workspace package it comes from, until `npx tsc --noEmit` is content.",
    message: (path: string, blame: Blame | undefined) =>
      `The type of ${path} cannot be resolved, so callers get \`unknown\`` +
      (blame ? `: ${printBlame(blame)}.` : ". An import that does not resolve is the usual cause."),
    fixHere: (_path, blame) => blame && printRemedy(blame),
  }),

  sdkNotFound: error("RC107", {
    cause:
      "A definition is recognised by the SDK's own declarations. Where the SDK is not installed, there is nothing to recognise it by.",
    example: "sdk-not-installed.invalid",
    fix: "Install the SDK: `npm install @restatedev/restate-sdk`.",
    message: (specifier: string, _plugged: boolean) =>
      `"${specifier}" cannot be found, so nothing that is defined with it can be recognised.`,
    fixHere: (specifier, plugged) =>
      plugged
        ? "The project is installed by Yarn Plug'n'Play, where only what Yarn runs can find packages: `yarn restate-codegen`. If that is how it runs, `yarn add` the SDK."
        : `Install it: \`npm install ${specifier.split("/").slice(0, 2).join("/")}\`.`,
  }),
};

/** Another tsconfig, and a file of it that uses the SDK. */
export interface Elsewhere {
  readonly config: string;
  readonly file: string;
}

function nameConfig({ config, file }: Elsewhere): string {
  return `Name the tsconfig that includes ${file}, which uses the SDK: \`restate-codegen --project ${config}\`.`;
}
