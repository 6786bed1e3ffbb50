import type { Definition } from "../model/definition.js";
import { kindTitle } from "../model/kind-title.js";
import type { TypeDeclaration } from "../model/type-model.js";
import { clientNames } from "../naming/client-names.js";
import { typeNames } from "../naming/type-names.js";
import { broughtSerdes, printSerdesInterface, printTypeParameters } from "./brought-serdes.js";
import { planHandler, printTarget, type PlannedHandler } from "./handler-view.js";
import { linkSharedTypes, mentionedBy } from "./link-shared-types.js";
import type { OfferedClient } from "./offer-client.js";
import { printDoc } from "./print-doc.js";
import { printHeader } from "./print-header.js";
import { quote } from "./print-text.js";
import { printDeclaration } from "./print-type.js";
import type { ReachableTypes } from "./reachable-types.js";
import { runtimeNames, runtimePackage } from "./runtime-names.js";
import type { SharedTypes } from "./share-types.js";
import type { ModuleView } from "./views.js";

/** What a client module depends on beside its client. */
export interface ModuleSurroundings {
  /** What the user wants at the top of each file; none by default. */
  readonly header?: string | undefined;
  readonly shared: SharedTypes;
  /** How the module of the shared types is imported. */
  readonly sharedFrom: string;
}

/** Decides everything about one client module. */
export function planModule(
  { definition, handlers: offered, types }: OfferedClient,
  { header, shared, sharedFrom }: ModuleSurroundings,
): ModuleView {
  const { name, kind, doc, file } = definition;
  const { factory, type: client, serdes } = clientNames(definition);
  const reserved = [...runtimeNames, factory, client, serdes];
  const { own, imported, names } = nameTypes(types, { shared, reserved });
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
    links: linkSharedTypes(imported, {
      names,
      mentioned: mentionedBy(offered, own),
      from: sharedFrom,
    }),
    types: [
      ...own.map((one) => printDeclaration(one, { names, written: types.written.has(one.id) })),
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

/** The types of a client by where they stand, and the name of each. */
interface NamedTypes {
  readonly own: readonly TypeDeclaration[];
  readonly imported: readonly TypeDeclaration[];
  readonly names: ReadonlyMap<string, string>;
}

/** Types that are shared have their names already, to which the client's own yield. */
function nameTypes(
  { declarations }: ReachableTypes,
  { shared, reserved }: { readonly shared: SharedTypes; readonly reserved: readonly string[] },
): NamedTypes {
  const own = declarations.filter(({ id }) => !shared.ids.has(id));
  const imported = declarations.filter(({ id }) => shared.ids.has(id));
  const given = [...shared.names].filter(([id]) => imported.some((one) => one.id === id));
  const taken = new Set([...reserved, ...given.map(([, name]) => name)]);
  return { own, imported, names: new Map([...given, ...typeNames(own, taken)]) };
}

function factoryDoc({ kind, name }: Definition): string {
  const key = kind === "service" ? "" : " with the given key";
  const text = `Returns a client for the ${kindTitle[kind]} \`${name}\`${key}.`;
  return printDoc({ text, tags: [] });
}

/** Values before types, each sorted. */
function importsOf(handlers: readonly PlannedHandler[]): string {
  const names = [...new Set([...handlers.flatMap(({ imports }) => imports), "type Ingress"])];
  const isType = (name: string) => name.startsWith("type ");
  return [...names.filter((name) => !isType(name)).sort(), ...names.filter(isType).sort()].join(
    ", ",
  );
}
