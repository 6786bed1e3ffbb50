import { clientNames, type Named } from "../naming/client-names.js";
import { printShared } from "./link-shared-types.js";
import { printHeader } from "./print-header.js";
import { quote } from "./print-text.js";
import type { SharedTypes } from "./share-types.js";
import type { IndexView } from "./views.js";

/** How relative imports end in the folder that the clients are written to. */
export type ImportExtension = ".js" | ".ts" | "";

/** What the user decides about the barrel. */
export interface IndexOptions {
  readonly extension: ImportExtension;
  /** What the user wants at the top of each file; none by default. */
  readonly header?: string | undefined;
  readonly shared: SharedTypes;
  /** How the module of the shared types is imported. */
  readonly sharedFrom: string;
}

/**
 * Plans the barrel: factories and client interfaces by name, and the types that are shared, of which no two have one
 * name. The other types stay in their modules, since two services may each have an `Item`.
 */
export function planIndex(
  clients: readonly Named[],
  { extension, header, shared, sharedFrom }: IndexOptions,
): IndexView {
  const { declarations, names } = shared;
  const fromClients = clients
    .map(clientNames)
    .sort((a, b) => (a.module < b.module ? -1 : 1))
    .map(({ module, factory, type }) => ({
      // Names that start with a digit are one name for both, and one export covers both.
      names: factory === type ? factory : `${factory}, type ${type}`,
      from: quote(`./${module}${extension}`),
    }));
  const fromShared = { names: printShared(declarations, names), from: quote(sharedFrom) };
  return {
    header: printHeader({ header }),
    exports: declarations.length > 0 ? [...fromClients, fromShared] : fromClients,
  };
}
