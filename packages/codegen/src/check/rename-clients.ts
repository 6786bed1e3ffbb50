import { diagnose } from "../diagnostics/diagnose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { messages } from "../diagnostics/messages.js";
import type { Definition } from "../model/definition.js";
import { nearestName } from "../naming/nearest-name.js";

/** What clients are called after, by the Restate names of their definitions, as the user wrote it. */
export type Renaming = Readonly<Record<string, string>>;

/** Gives the definitions the client names that the user wants. */
export function renameClients(
  definitions: readonly Definition[],
  rename: Renaming,
): readonly Definition[] {
  const names = new Map(Object.entries(rename));
  return definitions.map((one) => {
    const clientName = names.get(one.name);
    return clientName === undefined ? one : { ...one, clientName };
  });
}

/** Says what is wrong with a renaming; `known` are the names of all definitions, also of those without a client. */
export function checkRenaming(rename: Renaming, known: readonly string[]): readonly Diagnostic[] {
  return Object.keys(rename)
    .filter((name) => !known.includes(name))
    .map((name) => diagnose(messages.unknownRename(name, nearestName(name, known))));
}
