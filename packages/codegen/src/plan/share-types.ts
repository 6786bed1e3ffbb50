import type { ReachableTypes } from "./reachable-types.js";
import { mentions } from "../model/mentions.js";
import type { TypeDeclaration } from "../model/type-model.js";
import { typeNames } from "../naming/type-names.js";

/** The types of the module that several clients import. */
export interface SharedTypes {
  readonly declarations: readonly TypeDeclaration[];
  /** The ids of those that the clients import; the others are there for modules that stay as they are. */
  readonly ids: ReadonlySet<string>;
  /** The name of each in that module, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The ids of those that callers write. */
  readonly written: ReadonlySet<string>;
}

/** Who has a say in what is shared. */
export interface Sharers {
  readonly clients: readonly ReachableTypes[];
  /** For each module that stays as it is, the types of its payloads as they were. */
  readonly kept: readonly (readonly TypeDeclaration[])[];
  /** The names under which these modules import shared types, by id. */
  readonly namesBefore: ReadonlyMap<string, string>;
  /** The names that no type can have. */
  readonly reserved: readonly string[];
}

/**
 * Chooses the types that several clients mention, and names them. One type is one declaration: of those that differ
 * in spite of one id, as two `Page<User>` of different users may, each client keeps its own. What a module imports
 * that stays has to stay, too: under its name, and as it was where no client has it.
 */
export function shareTypes({ clients, kept, namesBefore, reserved }: Sharers): SharedTypes {
  const alike = alikeDeclarations(clients);
  const imported = kept.map((all) => all.filter(({ id }) => namesBefore.has(id)));
  const uses = countUses([...clients.map(({ declarations }) => declarations), ...imported]);
  const several = [...alike.values()].filter(({ id }) => (uses.get(id) ?? 0) > 1);
  const shared = withMentioned(several, alike);
  const known = byId([...kept.flat(), ...shared]);
  const staying = imported.flat().flatMap(({ id }) => known.get(id) ?? []);
  const declarations = withMentioned([...shared, ...staying], known).sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const fixed = new Map([...namesBefore].filter(([id]) => staying.some((one) => one.id === id)));
  const free = declarations.filter(({ id }) => !fixed.has(id));
  return {
    declarations,
    ids: new Set(shared.map(({ id }) => id)),
    names: new Map([...fixed, ...typeNames(free, new Set([...reserved, ...fixed.values()]))]),
    written: new Set([...fixed.keys(), ...clients.flatMap(({ written }) => [...written])]),
  };
}

/** The declarations that are the same in all clients that have one of their id, as is all that they mention; by id. */
function alikeDeclarations(
  clients: readonly ReachableTypes[],
): ReadonlyMap<string, TypeDeclaration> {
  const all = clients.flatMap(({ declarations }) => declarations);
  const texts = new Map(all.map((one) => [one.id, textOf(one)]));
  const unalike = new Set(
    all.filter((one) => texts.get(one.id) !== textOf(one)).map(({ id }) => id),
  );
  // A set goes on to what is added to it meanwhile.
  for (const id of unalike) {
    for (const dependent of all.filter((one) => mentionsOf(one).includes(id))) {
      unalike.add(dependent.id);
    }
  }
  return byId(all.filter(({ id }) => !unalike.has(id)));
}

function textOf(declaration: TypeDeclaration): string {
  return JSON.stringify({ ...declaration, range: undefined });
}

/** These, and all that they mention, directly or through each other. */
function withMentioned(
  declarations: readonly TypeDeclaration[],
  known: ReadonlyMap<string, TypeDeclaration>,
): TypeDeclaration[] {
  const reached = new Set(declarations);
  for (const declaration of reached) {
    for (const id of mentionsOf(declaration)) {
      const mentioned = known.get(id);
      if (mentioned) {
        reached.add(mentioned);
      }
    }
  }
  return [...reached];
}

function mentionsOf({ body }: TypeDeclaration): readonly string[] {
  return body.kind === "enum" ? [] : mentions(body);
}

function countUses(users: readonly (readonly TypeDeclaration[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of users.flat()) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Of several with one id, the last. */
function byId(declarations: readonly TypeDeclaration[]): ReadonlyMap<string, TypeDeclaration> {
  return new Map(declarations.map((one) => [one.id, one]));
}
