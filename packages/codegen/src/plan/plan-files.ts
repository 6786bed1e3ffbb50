import type { Definition } from "../model/definition.js";
import { moduleFile } from "../naming/client-names.js";
import { planIndex, type IndexOptions } from "./plan-index.js";
import { planModule } from "./plan-module.js";
import type { KeptDefinition } from "./plan-contract.js";
import type { IndexView, ModuleView } from "./views.js";

/** A file to write: its name, and what to print it from. */
export type PlannedFile =
  | { readonly path: string; readonly template: "client-module"; readonly view: ModuleView }
  | { readonly path: string; readonly template: "index"; readonly view: IndexView };

/** What the user decides about the files. */
export interface PlanOptions extends IndexOptions {
  /** Whether there is a barrel. */
  readonly index: boolean;
}

/** Decides which files there are beside the contract, and what is in them. Paths are relative to the output folder. */
export function planFiles(
  definitions: readonly Definition[],
  kept: readonly KeptDefinition[],
  options: PlanOptions,
): readonly PlannedFile[] {
  const clients = definitions.flatMap((definition) => {
    const view = planModule(definition, options.header);
    return view ? [{ definition, view }] : [];
  });
  const modules = clients.map(({ definition, view }): PlannedFile => {
    return { path: moduleFile(definition), template: "client-module", view };
  });
  const indexed = [...clients.map(({ definition }) => definition), ...kept];
  const barrel: PlannedFile = {
    path: "index.ts",
    template: "index",
    view: planIndex(indexed, options),
  };
  return options.index ? [...modules, barrel] : modules;
}
