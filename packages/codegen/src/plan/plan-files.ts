import type { Definition } from "../model/definition.js";
import { readDeclarations } from "../model/type-schema.js";
import { clientNames, moduleFile, sharedTypesModule, type Named } from "../naming/client-names.js";
import type { KeptDefinition } from "./keep-definitions.js";
import { offerClient } from "./offer-client.js";
import { planIndex, type IndexOptions } from "./plan-index.js";
import { planModule } from "./plan-module.js";
import { planSharedTypes } from "./plan-shared-types.js";
import { runtimeNames } from "./runtime-names.js";
import { shareTypes } from "./share-types.js";
import type { IndexView, ModuleView, SharedTypesView } from "./views.js";

/** A file to write: its name, and what to print it from. */
export type PlannedFile =
  | { readonly path: string; readonly template: "client-module"; readonly view: ModuleView }
  | { readonly path: string; readonly template: "shared-types"; readonly view: SharedTypesView }
  | { readonly path: string; readonly template: "index"; readonly view: IndexView };

/** What the user decides about the files. */
export interface PlanOptions extends Pick<IndexOptions, "extension" | "header"> {
  /** Whether there is a barrel. */
  readonly index: boolean;
  /** Whether types that several clients have are written once. */
  readonly types: "inline" | "shared";
}

/** What an error keeps from being renewed. */
export interface KeptModules {
  readonly definitions: readonly KeptDefinition[];
  /** The names of the types that were shared when these modules were written, by id. */
  readonly sharedNames: ReadonlyMap<string, string>;
}

/** Which files there are beside the contract. */
export interface Plan {
  /** Their paths are relative to the output folder. */
  readonly files: readonly PlannedFile[];
  /** The names of the types that are shared, by id. */
  readonly sharedNames: ReadonlyMap<string, string>;
}

/** Decides which files there are beside the contract, and what is in them. */
export function planFiles(
  definitions: readonly Definition[],
  kept: KeptModules,
  { extension, header, index, types }: PlanOptions,
): Plan {
  const clients = definitions.flatMap((one) => offerClient(one) ?? []);
  const named = [...clients.map(({ definition }) => definition), ...kept.definitions];
  const shared = shareTypes({
    clients: types === "shared" ? clients.map((one) => one.types) : [],
    kept: kept.definitions.map(({ declarations }) => readDeclarations(declarations)),
    namesBefore: kept.sharedNames,
    reserved: [...runtimeNames, ...named.flatMap(namesOfClient)],
  });
  const sharedFrom = `./${sharedTypesModule}${extension}`;
  const modules = clients.map((client): PlannedFile => {
    const view = planModule(client, { header, shared, sharedFrom });
    return { path: moduleFile(client.definition), template: "client-module", view };
  });
  const sharedFile: PlannedFile = {
    path: `${sharedTypesModule}.ts`,
    template: "shared-types",
    view: planSharedTypes(shared, header),
  };
  const barrel: PlannedFile = {
    path: "index.ts",
    template: "index",
    view: planIndex(named, { extension, header, shared, sharedFrom }),
  };
  const files = [
    ...modules,
    ...(shared.declarations.length > 0 ? [sharedFile] : []),
    ...(index ? [barrel] : []),
  ];
  return { files, sharedNames: shared.names };
}

function namesOfClient(named: Named): readonly string[] {
  const { factory, type, serdes } = clientNames(named);
  return [factory, type, serdes];
}
