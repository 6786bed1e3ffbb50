import { error, warning } from "../define-message.js";
import { code } from "../wording.js";

/** About definitions and their handlers. */
export const definitionMessages = {
  nameNotLiteral: error("RC201", {
    cause:
      "The name of a definition is part of the URL of every call, so a client has to know it. Here it is only known when the program runs.",
    example: "name-not-literal.invalid",
    fix: 'Use a literal or a constant whose type is one, for example `const name = "Greeter" as const`.',
    message: (kind: string, type: string) =>
      `The name of this ${kind} is only known to be of type ${code(type)}, but the clients need it as text: it is part of the URL.`,
  }),

  duplicateDefinition: error("RC202", {
    cause:
      "Two definitions of the project are registered under one name, so that Restate would only know the later one, and a client could not say which it calls.",
    example: "duplicate-definition.invalid",
    fix: "Rename one of them, or leave one out by its file, with `exclude`.",
    message: (name: string, _file: string | undefined) =>
      `Two definitions are called "${name}". Restate addresses a service by its name alone, ` +
      "so the one registered last would replace the other.",
    fixHere: (_name, file) =>
      file === undefined
        ? "Rename one of them."
        : `Rename one of them, or leave one out by its file: \`restate-codegen --exclude ${file}\`.`,
  }),

  handlersUnreadable: error("RC203", {
    cause:
      "The generator reads code and never runs it. Which handlers there are has to be written down somewhere that it can see.",
    example: "handlers-unreadable.invalid",
    fix: "Write them as an object literal, or as a constant that is one: `handlers: { greet: async (ctx, input: Greeting) => … }`.",
    message: (name: string) =>
      `The handlers of "${name}" are not known before the program runs, so no client can be written.`,
  }),

  notAHandler: error("RC204", {
    cause: "A member of `handlers` is not a function, nor one wrapped by the SDK.",
    example: "not-a-handler.invalid",
    fix: "A handler is a function `async (ctx, input) => …`, or one wrapped by `restate.handlers.…`.",
    message: (name: string, type: string) =>
      `The handler "${name}" is of type ${code(type)}, which is not a function.`,
  }),

  workflowWithoutRun: error("RC205", {
    cause:
      "What a workflow does is its handler `run`; the others only talk to it. Restate refuses one without it.",
    example: "workflow-without-run.invalid",
    fix: "Add `run: async (ctx: restate.WorkflowContext, input) => …`, or use `restate.object`.",
    message: (name: string) =>
      `The workflow "${name}" has no handler called "run", which is the one that a workflow consists of.`,
  }),

  definitionUnreadable: error("RC213", {
    cause:
      "By its type this is a definition, but the call that makes it is nowhere to be seen, and with it the name and the handlers.",
    example: "definition-unreadable.invalid",
    fix: "Call `restate.service`, `restate.object` or `restate.workflow` where it is exported.",
    message: (name: string, kind: string) =>
      `\`${name}\` gives a ${kind}, but it is made somewhere that cannot be read, so its handlers are unknown.`,
  }),

  invalidName: error("RC214", {
    cause:
      "Restate checks names when a deployment is registered. Under this one, nothing could ever be called.",
    example: "invalid-name.invalid",
    fix: "Rename it.",
    message: (what: string, name: string, rule: string) =>
      `Restate refuses "${name}" as the name of a ${what}: ${rule}.`,
  }),

  notOffered: warning("RC220", {
    cause:
      "A definition gets a client when the project exports it, binds it to an endpoint or serves it. This one is made and then forgotten.",
    example: "not-offered",
    fix: "Export it, or pass it to `serve`, `createEndpointHandler` or `bind`; delete it if it is not used.",
    message: (name: string) =>
      `"${name}" is neither exported nor bound to an endpoint or served, so it gets no client.`,
  }),

  namedByCaller: warning("RC221", {
    cause:
      "A function makes definitions under a name that it is given, and no call of it that the project exports, binds or serves gives one that can be read.",
    example: "named-by-caller",
    fix: 'Call it where the result is exported, with the name as text: `export const orders = createQueue("Orders")`.',
    message: (kind: string, name: string) =>
      `The name of this ${kind} is ${code(name)}, which only the callers of the function around it know, and none of them is exported, bound or served here.`,
  }),

  clientsInService: warning("RC223", {
    cause:
      "What a handler asks of other services through its context is journaled. A request that it makes by itself is made again by each retry, and nobody waits for it while the handler is suspended.",
    example: "clients-in-a-service",
    fix: "In handlers use `ctx.serviceClient(…)`, `ctx.objectClient(…)` and the like. Code that calls from outside belongs in a file of its own.",
    message: (specifier: string) =>
      `This file defines services and imports the clients of "${specifier}", which are for callers outside of handlers.`,
  }),

  tooManyInputs: error("RC222", {
    cause: "A request has one body, so a handler gets its context and at most one input.",
    example: "too-many-inputs.invalid",
    fix: "Put them into one object: `async (ctx, { from, to }: { from: string; to: string }) => …`.",
    message: (handler: string, count: number) =>
      `The handler "${handler}" takes ${String(count)} inputs, but a request carries one: the others would be undefined.`,
  }),
};
