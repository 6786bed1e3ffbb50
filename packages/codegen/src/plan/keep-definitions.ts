import { moduleFile, type Named } from "../naming/client-names.js";

/** A definition of an earlier run, as it stands in `contract.json`; its module stays while its source has an error. */
export interface KeptDefinition extends Named {
  /** The types of its payloads, unchecked. */
  readonly declarations?: unknown;
}

/** What the output folder has of the last run. */
export interface EarlierRun {
  readonly contract: { readonly definitions: readonly KeptDefinition[] };
  /** The files that we wrote, by name. */
  readonly own: ReadonlyMap<string, string>;
}

/** What this run can write, and what it cannot. */
export interface Renewal {
  /** The names of the definitions that an error keeps from being renewed. */
  readonly blocked: ReadonlySet<string>;
  readonly written: readonly Named[];
}

/** The definitions that stay as the last run wrote them, as far as their modules are there and no other one takes them. */
export function keepDefinitions(
  { contract, own }: EarlierRun,
  { blocked, written }: Renewal,
): readonly KeptDefinition[] {
  const taken = new Set(written.map(moduleFile));
  return contract.definitions
    .filter(({ name }) => blocked.has(name))
    .filter((one) => own.has(moduleFile(one)) && !taken.has(moduleFile(one)));
}
