import { moduleFile, type Named } from "../naming/client-names.js";
import { emittedFiles, type Emit } from "../naming/emitted-files.js";

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
  readonly emit: Emit;
}

/** The definitions that stay as the last run wrote them, as far as their modules are there and no other one takes them. */
export function keepDefinitions(
  { contract, own }: EarlierRun,
  { blocked, written, emit }: Renewal,
): readonly KeptDefinition[] {
  const taken = new Set(written.map(moduleFile));
  return contract.definitions
    .filter(({ name }) => blocked.has(name))
    .filter((one) => !taken.has(moduleFile(one)))
    .filter((one) => emittedFiles(moduleFile(one), emit).every((path) => own.has(path)));
}

/** The files that stay for the sake of definitions that cannot be renewed, also where they would be others by now. */
export function filesToKeep(
  { contract }: EarlierRun,
  blocked: ReadonlySet<string>,
): readonly string[] {
  return contract.definitions
    .filter(({ name }) => blocked.has(name))
    .flatMap((one) =>
      (["ts", "js"] as const).flatMap((emit) => emittedFiles(moduleFile(one), emit)),
    );
}
