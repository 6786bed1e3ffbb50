import { clientNames, type Named } from "../naming/client-names.js";
import { printHeader } from "./print-header.js";
import { quote } from "./print-text.js";
import type { IndexView } from "./views.js";

/** How relative imports end in the folder that the clients are written to. */
export type ImportExtension = ".js" | ".ts" | "";

/** What the user decides about the barrel. */
export interface IndexOptions {
  readonly extension: ImportExtension;
  /** What the user wants at the top of each file; none by default. */
  readonly header?: string | undefined;
}

/**
 * Plans the barrel: factories and client interfaces by name. Wire types stay in their modules, since two services may
 * each have an `Item`.
 */
export function planIndex(
  clients: readonly Named[],
  { extension, header }: IndexOptions,
): IndexView {
  return {
    header: printHeader({ header }),
    exports: clients
      .map(clientNames)
      .sort((a, b) => (a.module < b.module ? -1 : 1))
      .map(({ module, factory, type }) => ({
        // Names that start with a digit are one name for both, and one export covers both.
        names: factory === type ? factory : `${factory}, type ${type}`,
        from: quote(`./${module}${extension}`),
      })),
  };
}
