import type { Message } from "./diagnose.js";

/**
 * Every message the generator can show. A good one says what is wrong and what was expected (in `message`),
 * why it matters, and how to mend it (in `fix`). It uses the names that the user wrote.
 */
export const messages = {
  tsconfigNotFound: (path: string) =>
    error(
      "RC101",
      `There is no ${path}. The generator reads a project through its tsconfig.`,
      "Run it in the project's folder, or name the file: `restate-codegen --project path/to/tsconfig.json`.",
    ),

  tsconfigInvalid: (path: string, reason: string) =>
    error(
      "RC102",
      `${path} cannot be read: ${reason}`,
      "Mend the file; `npx tsc --showConfig` shows how TypeScript understands it.",
    ),

  tsconfigEmpty: (path: string, references: readonly string[]) =>
    error(
      "RC103",
      `${path} includes no source files.` +
        (references.length > 0 ? ` It only refers to ${list(references)}.` : ""),
      references.length > 0
        ? `Name the one that includes the services: \`restate-codegen --project ${references[0] ?? ""}\`.`
        : 'Add the services to its "include".',
    ),

  noDefinitions: (path: string, files: number) =>
    error(
      "RC104",
      `No service, virtual object or workflow was found in the ${plural(files, "file")} of ${path}. ` +
        "A definition is found when it is exported, bound to an endpoint, or served.",
      'Export it, for example `export const greeter = restate.service({ name: "Greeter", handlers: { … } })`, ' +
        "or name the tsconfig that includes it with `--project`.",
    ),

  notStrict: (path: string) =>
    warning(
      "RC105",
      `${path} does not set "strict" (nor "strictNullChecks"), so TypeScript forgets where null and undefined are possible, ` +
        "and the clients cannot say it.",
      'Set `"strict": true`.',
    ),

  unresolvedType: (path: string) =>
    warning(
      "RC106",
      `The type of ${path} cannot be resolved, so callers get \`unknown\`. ` +
        "An import that does not resolve is the usual cause.",
      "Install the missing package or build the workspace package it comes from, until `npx tsc --noEmit` is content.",
    ),

  sdkNotFound: (specifier: string) =>
    error(
      "RC107",
      `"${specifier}" cannot be found, so nothing that is defined with it can be recognised.`,
      `Install it: \`npm install ${specifier.split("/").slice(0, 2).join("/")}\`.`,
    ),

  nameNotLiteral: (kind: string, type: string) =>
    error(
      "RC201",
      `The name of this ${kind} is only known to be of type ${code(type)}, but the clients need it as text: it is part of the URL.`,
      'Use a literal or a constant whose type is one, for example `const name = "Greeter" as const`.',
    ),

  duplicateDefinition: (name: string) =>
    error(
      "RC202",
      `Two definitions are called "${name}". Restate addresses a service by its name alone, ` +
        "so the one registered last would replace the other.",
      "Rename one of them, or use a tsconfig that includes only one.",
    ),

  handlersUnreadable: (name: string) =>
    error(
      "RC203",
      `The handlers of "${name}" are not known before the program runs, so no client can be written.`,
      "Write them as an object literal, or as a constant that is one: `handlers: { greet: async (ctx, input: Greeting) => … }`.",
    ),

  notAHandler: (name: string, type: string) =>
    error(
      "RC204",
      `The handler "${name}" is of type ${code(type)}, which is not a function.`,
      "A handler is a function `async (ctx, input) => …`, or one wrapped by `restate.handlers.…`.",
    ),

  workflowWithoutRun: (name: string) =>
    error(
      "RC205",
      `The workflow "${name}" has no handler called "run", which is the one that a workflow consists of.`,
      "Add `run: async (ctx: restate.WorkflowContext, input) => …`, or use `restate.object`.",
    ),

  anyType: (path: string) =>
    warning(
      "RC206",
      `The type of ${path} is \`any\`, so callers get \`unknown\`.`,
      "Annotate it, or say `unknown` (`z.unknown()` in a schema) where every value is welcome.",
    ),

  bigintType: (path: string) =>
    error(
      "RC207",
      `The type of ${path} is \`bigint\`, which JSON cannot carry: \`JSON.stringify\` throws on it.`,
      "Use a `string` or a `number`, or a serde of your own.",
    ),

  lossyType: (path: string, type: string, wire: string) =>
    warning(
      "RC208",
      `${capitalize(path)} is ${article(type)} \`${type}\`, which JSON turns into ${wire}. The client's type says so, but it is hardly meant.`,
      type === "Uint8Array"
        ? "Give the handler the serde `restate.serde.binary`, or send a string (base64)."
        : "Use a plain object or an array.",
    ),

  dateInput: (path: string) =>
    warning(
      "RC209",
      `${capitalize(path)} is a \`Date\`, but what arrives is a string: JSON has no dates.`,
      "Declare a `string` and parse it, or use a schema that does, such as `z.coerce.date()`.",
    ),

  freeTypeParameter: (path: string, name: string) =>
    warning(
      "RC210",
      `The type of ${path} is the type parameter \`${name}\`, which no caller can set through HTTP, so callers get \`unknown\`.`,
      "Give the handler a concrete type.",
    ),

  customSerde: (path: string) =>
    error(
      "RC211",
      `The serde of ${path} is not one whose wire format is known here.`,
      "Use `restate.serde.json`, `.binary`, `.empty`, or `.schema(…)` with a Standard Schema such as zod's.",
    ),

  schemaUnreadable: (path: string) =>
    error(
      "RC212",
      `The schema of ${path} does not say what type it accepts (it has no Standard Schema types).`,
      "Use a schema library that implements Standard Schema, such as zod 3.24 or newer, valibot or arktype.",
    ),

  definitionUnreadable: (name: string, kind: string) =>
    error(
      "RC213",
      `\`${name}\` gives a ${kind}, but it is made somewhere that cannot be read, so its handlers are unknown.`,
      "Call `restate.service`, `restate.object` or `restate.workflow` where it is exported.",
    ),

  invalidName: (what: string, name: string, rule: string) =>
    error("RC214", `Restate refuses "${name}" as the name of a ${what}: ${rule}.`, "Rename it."),

  unsupportedType: (path: string, type: string) =>
    warning(
      "RC215",
      `The type of ${path} is ${code(type)}, which cannot be written down on its own, so callers get \`unknown\`.`,
      "Use a concrete type.",
    ),

  clientNameCollision: (first: string, second: string, factory: string) =>
    error(
      "RC301",
      `The clients of "${first}" and "${second}" would both be called \`${factory}\`.`,
      "Rename one of them, so that they differ in more than case and punctuation.",
    ),

  handlerRenamed: (handler: string, property: string) =>
    warning(
      "RC302",
      `The handler "${handler}" is called \`${property}\` in the client: a property called \`${handler}\` ` +
        "would change how JavaScript treats the client itself.",
      "Nothing needs to be done; rename the handler if you prefer another name.",
    ),

  foreignFileInTheWay: (path: string) =>
    error(
      "RC401",
      `${path} was not written by restate-codegen (it lacks the header), so it is left as it is.`,
      "Move it, or choose another folder with `--out`.",
    ),

  foreignFilesBeside: (folder: string, files: readonly string[]) =>
    warning(
      "RC402",
      `${folder} holds ${plural(files.length, "file")} that restate-codegen did not write (${list(files)}). They are left alone, ` +
        "but a folder of its own is easier to review and to clean.",
      "Choose an empty folder with `--out`.",
    ),

  runtimeMissing: (folder: string) =>
    warning(
      "RC403",
      `The clients import "@restate-codegen/runtime", which cannot be found from ${folder}.`,
      "Install it where the clients are used: `npm install @restate-codegen/runtime`.",
    ),

  formatFailed: (path: string, reason: string) =>
    error(
      "RC404",
      `${path} could not be formatted with your prettier configuration: ${reason}`,
      "Mend the configuration; `npx prettier --check .` shows the same problem.",
    ),

  writeFailed: (path: string, reason: string) =>
    error("RC405", `${path} could not be written: ${reason}`, "Check the folder's permissions."),
} as const satisfies Record<string, (...args: never[]) => Message>;

function error(code: string, message: string, fix: string): Message {
  return { code, severity: "error", message, fix };
}

function warning(code: string, message: string, fix: string): Message {
  return { code, severity: "warning", message, fix };
}

/** Text of the user's, marked as code; a template literal has the marks already. */
function code(text: string): string {
  return text.includes("`") ? text : `\`${text}\``;
}

function article(noun: string): string {
  return /^[aeiou]/i.test(noun) && !noun.startsWith("U") ? "an" : "a";
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** Names at most three, so that a message stays a sentence. */
function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown}, …` : shown;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
