import { typeOf } from "../model/handler.js";
import { mentions } from "../model/mentions.js";
import type { TypeDeclaration } from "../model/type-model.js";
import type { OfferedHandler } from "./offer-client.js";
import { quote } from "./print-text.js";

/** What the lines depend on that tie a module to the shared types. */
export interface Links {
  /** The name of each type, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The ids of the types that the module itself mentions. */
  readonly mentioned: ReadonlySet<string>;
  /** How the module of the shared types is imported. */
  readonly from: string;
}

/**
 * Prints the lines that tie a client module to the shared types: an import of those that it mentions, and an export of
 * all that its callers may need, so that they import a type from its client, whoever else has it.
 */
export function linkSharedTypes(
  shared: readonly TypeDeclaration[],
  { names, mentioned, from }: Links,
): readonly string[] {
  if (shared.length === 0) {
    return [];
  }
  const nameOf = ({ id }: TypeDeclaration) => names.get(id) ?? "";
  const imported = shared.filter(({ id }) => mentioned.has(id)).map(nameOf);
  // Without a value in it, the export leaves no trace in JavaScript.
  const exported = shared.some(isValue)
    ? `{ ${printShared(shared, names)} }`
    : `type { ${shared.map(nameOf).sort().join(", ")} }`;
  return [
    ...(imported.length > 0
      ? [`import type { ${imported.sort().join(", ")} } from ${quote(from)};`]
      : []),
    "",
    `export ${exported} from ${quote(from)};`,
  ];
}

/** `Color, type Address`: the names of shared types, for an export. */
export function printShared(
  shared: readonly TypeDeclaration[],
  names: ReadonlyMap<string, string>,
): string {
  return shared
    .map((one) => ({ name: names.get(one.id) ?? "", keyword: isValue(one) ? "" : "type " }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, keyword }) => keyword + name)
    .join(", ");
}

/** The ids of the types that a client's handlers and the declarations of its module mention themselves. */
export function mentionedBy(
  handlers: readonly OfferedHandler[],
  declarations: readonly TypeDeclaration[],
): ReadonlySet<string> {
  const payloads = handlers.flatMap(({ handler: { input, output } }) => [input, output]);
  return new Set(
    [
      ...payloads.flatMap((one) => typeOf(one) ?? []),
      ...declarations.flatMap(({ body }) => (body.kind === "enum" ? [] : [body])),
    ].flatMap(mentions),
  );
}

/** An enum is a value, too. */
function isValue({ body }: TypeDeclaration): boolean {
  return body.kind === "enum";
}
