import type { Definition } from "../model/definition.js";
import type { Handler } from "../model/handler.js";
import { kindTitle } from "../model/kind-title.js";
import { clientNames } from "../naming/client-names.js";
import { typeNames } from "../naming/type-names.js";
import { broughtSerdes, printSerdesInterface, printTypeParameters } from "./brought-serdes.js";
import {
  handlerForms,
  planHandler,
  printTarget,
  privateRunForm,
  workflowRunForms,
  type HandlerForm,
  type PlannedHandler,
} from "./handler-view.js";
import { namePayloads } from "./name-payloads.js";
import { printDoc } from "./print-doc.js";
import { printHeader } from "./print-header.js";
import { quote } from "./print-text.js";
import { printDeclaration } from "./print-type.js";
import { reachableTypes } from "./reachable-types.js";
import { runtimeNames, runtimePackage } from "./runtime-names.js";
import type { ModuleView } from "./views.js";

/** Decides everything about one client module. `undefined` for a definition that callers cannot reach. */
export function planModule(analysed: Definition, header?: string): ModuleView | undefined {
  const definition = namePayloads(analysed);
  const offered = definition.access === "public" ? offeredHandlers(definition) : [];
  if (offered.length === 0) {
    return undefined;
  }
  const { name, kind, doc, file } = definition;
  const { factory, type: client, serdes } = clientNames(definition);
  const { declarations, written } = reachableTypes(definition);
  const reserved = [...runtimeNames, factory, client, serdes];
  const names = typeNames(declarations, new Set(reserved));
  const keyed = kind !== "service";
  const brought = broughtSerdes(offered, [...reserved, ...names.values()]);
  const handlers = offered.map(({ handler, form }) =>
    planHandler(handler, form, { target: printTarget(name, keyed, handler.name), names, brought }),
  );
  const typeParameters = printTypeParameters(brought);
  return {
    header: printHeader({ header, source: file }),
    runtime: quote(runtimePackage),
    imports: importsOf(handlers),
    types: [
      ...declarations.map((one) => printDeclaration(one, { names, written: written.has(one.id) })),
      ...printSerdesInterface(serdes, brought),
    ],
    doc: printDoc(doc),
    client: client + typeParameters,
    handlers: handlers.map(({ view }) => view),
    factory: {
      name: factory + typeParameters,
      parameters: [
        ...(keyed ? ["ingress: Ingress", "key: string"] : ["ingress: Ingress"]),
        ...(brought.length > 0 ? [`serdes: ${serdes}${typeParameters}`] : []),
      ].join(", "),
      doc: factoryDoc(definition),
    },
  };
}

function factoryDoc({ kind, name }: Definition): string {
  const key = kind === "service" ? "" : " with the given key";
  const text = `Returns a client for the ${kindTitle[kind]} \`${name}\`${key}.`;
  return printDoc({ text, tags: [] });
}

interface OfferedHandler {
  readonly handler: Handler;
  readonly form: HandlerForm;
}

function offeredHandlers(definition: Definition): readonly OfferedHandler[] {
  const plain = definition.handlers
    .filter(({ access }) => access === "public")
    .map((handler) => ({ handler, form: handlerForms[handler.input.presence] }));
  if (definition.kind !== "workflow") {
    return plain;
  }
  const { run } = definition;
  const offeredRun: OfferedHandler =
    run.access === "private"
      ? { handler: { ...run, input: { presence: "none" } }, form: privateRunForm }
      : { handler: run, form: workflowRunForms[run.input.presence] };
  return [offeredRun, ...plain];
}

/** Values before types, each sorted. */
function importsOf(handlers: readonly PlannedHandler[]): string {
  const names = [...new Set([...handlers.flatMap(({ imports }) => imports), "type Ingress"])];
  const isType = (name: string) => name.startsWith("type ");
  return [...names.filter((name) => !isType(name)).sort(), ...names.filter(isType).sort()].join(
    ", ",
  );
}
