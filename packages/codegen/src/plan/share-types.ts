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

/** What a module that stays as it is imports from the one that is shared: each type, and its name there. */
export interface ImportedType {
  readonly declaration: TypeDeclaration;
  readonly name: string;
}

/** Who has a say in what is shared. */
export interface Sharers {
  readonly clients: readonly ReachableTypes[];
  /** For each module that stays as it is, what it imports. */
  readonly kept: readonly (readonly ImportedType[])[];
  /** The names that no type can have. */
  readonly reserved: readonly string[];
}

/**
 * Chooses the types that several clients mention, and names them. One type is one declaration: of those that differ
 * in spite of one id, as two `Page<User>` of different users may, each client keeps its own.
 */
export function shareTypes({ clients, kept, reserved }: Sharers): SharedTypes {
  const alike = alikeDeclarations(clients);
  const imported = kept.flat();
  const uses = countUses([
    ...clients.map(({ declarations }) => declarations.map(({ id }) => id)),
    ...kept.map((all) => all.map(({ declaration }) => declaration.id)),
  ]);
  const several = [...alike.values()].filter(({ id }) => (uses.get(id) ?? 0) > 1);
  const shared = withMentioned(several, alike);
  const fixed = new Map(imported.map(({ declaration, name }) => [declaration.id, name]));
  // What a module imports that stays has to stay, too, and as it was where it is nobody else's.
  const all = new Map([
    ...imported.map(({ declaration }) => [declaration.id, declaration] as const),
    ...shared.map((one) => [one.id, one] as const),
  ]);
  const free = [...all.values()].filter(({ id }) => !fixed.has(id)).sort(byId);
  const taken = new Set([...reserved, ...fixed.values()]);
  return {
    declarations: [...all.values()].sort(byId),
    ids: new Set(shared.map(({ id }) => id)),
    names: new Map([...fixed, ...typeNames(free, taken)]),
    written: new Set([...fixed.keys(), ...clients.flatMap(({ written }) => [...written])]),
  };
}

/** The declarations that are the same in all clients that have one of their id, as is all that they mention; by id. */
function alikeDeclarations(
  clients: readonly ReachableTypes[],
): ReadonlyMap<string, TypeDeclaration> {
  const alike = new Map<string, TypeDeclaration>();
  const texts = new Map<string, string>();
  const unalike = new Set<string>();
  for (const one of clients.flatMap(({ declarations }) => declarations)) {
    const text = JSON.stringify({ ...one, range: undefined });
    if (texts.has(one.id) && texts.get(one.id) !== text) {
      unalike.add(one.id);
    }
    texts.set(one.id, text);
    alike.set(one.id, one);
  }
  const dependents = [...alike.values()];
  for (let before = -1; before !== unalike.size;) {
    before = unalike.size;
    for (const { id } of dependents.filter((one) =>
      mentionsOf(one).some((it) => unalike.has(it)),
    )) {
      unalike.add(id);
    }
  }
  return new Map([...alike].filter(([id]) => !unalike.has(id)));
}

/** These, and all that they mention, directly or through each other. */
function withMentioned(
  declarations: readonly TypeDeclaration[],
  known: ReadonlyMap<string, TypeDeclaration>,
): readonly TypeDeclaration[] {
  const reached = new Set(declarations);
  // A set goes on to what is added to it meanwhile.
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

function countUses(users: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of users.flatMap((ids) => [...new Set(ids)])) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function byId(a: TypeDeclaration, b: TypeDeclaration): number {
  return a.id < b.id ? -1 : 1;
}
