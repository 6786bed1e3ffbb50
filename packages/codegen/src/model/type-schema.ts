import * as v from "valibot";

import type { Doc } from "./doc.js";
import { mentions } from "./mentions.js";
import type { SourceRange } from "./source-range.js";
import type { TypeDeclaration, TypeModel } from "./type-model.js";

/** What a place in the user's code has to look like. */
export const rangeSchema: v.GenericSchema<SourceRange> = v.object({
  file: v.string(),
  line: v.number(),
  column: v.number(),
  length: v.number(),
  text: v.string(),
});

/** What a doc comment has to look like. */
export const docSchema: v.GenericSchema<Doc> = v.object({
  text: v.string(),
  tags: v.array(v.object({ name: v.string(), text: v.string() })),
});

/** What a type has to look like that somebody else made, or that was written to a file. */
export const typeSchema: v.GenericSchema<TypeModel> = v.lazy(() => v.variant("kind", typeOptions));

/** A name that prints as it stands; a digit at its start is dealt with where it prints. */
const identifier = v.pipe(v.string(), v.regex(/^[\p{ID_Continue}$]+$/u, "an identifier"));

const number = v.pipe(v.number(), v.finite());

/** Things of which no two have the same name. */
function listOfNamed<Named extends { readonly name: string }>(schema: v.GenericSchema<Named>) {
  return v.pipe(
    v.array(schema),
    v.check(
      (all) => new Set(all.map(({ name }) => name)).size === all.length,
      "a list without two of one name",
    ),
  );
}

const primitives = [
  "string",
  "number",
  "boolean",
  "null",
  "unknown",
  "never",
  "date",
  "non-primitive",
  "bytes",
] as const;

const indexSchema = v.object({
  key: v.pipe(
    typeSchema,
    v.check(
      ({ kind }) => kind === "string" || kind === "number" || kind === "template",
      "a string, a number or a template",
    ),
  ),
  value: typeSchema,
  undefinable: v.boolean(),
});

const memberSchema = v.object({
  name: v.string(),
  type: typeSchema,
  optional: v.boolean(),
  undefinable: v.boolean(),
  readonly: v.boolean(),
  doc: v.exactOptional(docSchema),
});

const elementSchema = v.object({
  type: typeSchema,
  label: v.exactOptional(identifier),
  presence: v.picklist(["required", "optional", "rest"]),
});

const typeOptions = [
  v.object({ kind: v.picklist(primitives) }),
  v.object({ kind: v.literal("literal"), value: v.union([v.string(), number, v.boolean()]) }),
  v.pipe(
    v.object({
      kind: v.literal("template"),
      texts: v.array(v.string()),
      types: v.array(typeSchema),
    }),
    v.check(({ texts, types }) => texts.length === types.length + 1, "one text more than types"),
  ),
  v.object({ kind: v.literal("array"), element: typeSchema, readonly: v.boolean() }),
  v.object({
    kind: v.literal("tuple"),
    elements: v.array(elementSchema),
    readonly: v.boolean(),
  }),
  v.object({
    kind: v.literal("object"),
    members: listOfNamed(memberSchema),
    indexes: v.array(indexSchema),
  }),
  v.object({
    kind: v.literal("union"),
    types: v.pipe(v.array(typeSchema), v.nonEmpty("a list with a type in it")),
  }),
  v.object({ kind: v.literal("reference"), id: v.string() }),
];

const enumSchema = v.object({
  kind: v.literal("enum"),
  members: listOfNamed(
    v.object({
      name: v.string(),
      value: v.union([v.string(), number]),
      doc: v.exactOptional(docSchema),
    }),
  ),
});

/** What a declaration has to look like. */
export const declarationSchema: v.GenericSchema<TypeDeclaration> = v.object({
  id: v.string(),
  name: identifier,
  file: v.string(),
  scope: v.exactOptional(v.array(v.string())),
  anonymous: v.exactOptional(v.literal(true)),
  body: v.variant("kind", [enumSchema, ...typeOptions]),
  doc: v.exactOptional(docSchema),
  range: v.exactOptional(rangeSchema),
});

/** Reads declarations that were written to a file; none where they have another form, or lack some that they mention. */
export function readDeclarations(value: unknown): readonly TypeDeclaration[] {
  const { success, output } = v.safeParse(v.array(declarationSchema), value);
  return success && declareAll(output, []) ? output : [];
}

/** Whether declarations have all that they and some other types mention. */
export function declareAll(
  declarations: readonly TypeDeclaration[],
  types: readonly TypeModel[],
): boolean {
  const known = new Set(declarations.map(({ id }) => id));
  const bodies = declarations.flatMap(({ body }) => (body.kind === "enum" ? [] : [body]));
  return [...types, ...bodies].flatMap(mentions).every((id) => known.has(id));
}
