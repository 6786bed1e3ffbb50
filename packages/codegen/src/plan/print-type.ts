import type {
  EnumType,
  Member,
  ObjectType,
  TupleElement,
  TypeDeclaration,
  TypeModel,
} from "../model/type-model.js";
import { speaksOf } from "../model/speaks-of.js";
import { printDoc } from "./print-doc.js";
import { indent, propertyName, quote, templateText } from "./print-text.js";

/** What printing a type depends on beside the type. */
export interface PrintContext {
  /** The name of each declaration, by id. */
  readonly names: ReadonlyMap<string, string>;
  /**
   * Whether callers write values of the type. Then a member that may be missing also accepts `undefined`, which JSON
   * drops; a caller who only reads never sees one.
   */
  readonly written: boolean;
  /** Whether doc comments are left out, so that all of it stands on one line. */
  readonly bare?: true;
}

/** Prints a declaration with its doc comment: an interface for an object, a constant and a union for an enum. */
export function printDeclaration(
  { id, doc, body }: TypeDeclaration,
  context: PrintContext,
): string {
  const name = nameOf(id, context);
  const text =
    body.kind === "enum"
      ? printEnum(name, body)
      : body.kind === "object"
        ? `export interface ${name} ${printObject(body, context)}`
        : `export type ${name} = ${printType(body, context)};`;
  return printDoc(doc) + text;
}

/** Prints a type as TypeScript. Layout is left to the formatter. */
export function printType(type: TypeModel, context: PrintContext): string {
  switch (type.kind) {
    case "date":
      return "string";
    case "bytes":
      return "Uint8Array";
    case "non-primitive":
      return "object";
    case "literal":
      return typeof type.value === "string" ? quote(type.value) : String(type.value);
    case "template":
      return `\`${type.texts.map((text, index) => templateText(text) + hole(type.types[index], context)).join("")}\``;
    case "array":
      return `${type.readonly ? "readonly " : ""}${printElement(type.element, context)}[]`;
    case "tuple":
      return `${type.readonly ? "readonly " : ""}[${type.elements.map((one) => printTupleElement(one, context)).join(", ")}]`;
    case "object":
      return printObject(type, context);
    case "union":
      return printUnion(type.types, context);
    case "reference":
      return nameOf(type.id, context);
    default:
      return type.kind;
  }
}

function printUnion(types: readonly TypeModel[], context: PrintContext): string {
  // A date and a string are one text on the wire.
  return [...new Set(types.map((type) => printType(type, context)))].join(" | ");
}

function hole(type: TypeModel | undefined, context: PrintContext): string {
  return type ? `\${${printType(type, context)}}` : "";
}

function printElement(type: TypeModel, context: PrintContext): string {
  const text = printType(type, context);
  const isOneWord =
    type.kind !== "union" && !((type.kind === "array" || type.kind === "tuple") && type.readonly);
  return isOneWord ? text : `(${text})`;
}

function printTupleElement({ type, label, presence }: TupleElement, context: PrintContext): string {
  const text = presence === "required" ? printType(type, context) : printElement(type, context);
  if (presence === "rest") {
    return `...${label === undefined ? "" : `${label}: `}${text}[]`;
  }
  const mark = presence === "optional" ? "?" : "";
  return label === undefined ? text + mark : `${label}${mark}: ${text}`;
}

function printObject(type: ObjectType, context: PrintContext): string {
  const parts = printMembers(type, context);
  if (parts.length === 0) {
    return "{}";
  }
  if (context.bare) {
    return `{ ${parts.join("; ")} }`;
  }
  // A line break behind the brace tells the formatter to keep the object open, which only comments need.
  return type.members.some(({ doc }) => doc)
    ? `{\n${indent(parts.join(";\n"))};\n}`
    : `{ ${parts.join("; ")}; }`;
}

/** Prints what stands between the braces of an object, one text for each member. */
export function printMembers(
  { members, indexes }: ObjectType,
  context: PrintContext,
): readonly string[] {
  return [
    ...members.map((member) => printMember(member, context)),
    ...indexes.map((index) => {
      const { key, value, undefinable } = index;
      // An index signature has to allow what the named members do that it speaks of.
      const isOpen =
        members.some((member) => isMissable(member) && speaksOf(index, member.name)) ||
        (undefinable && context.written);
      return `[key: ${printType(key, context)}]: ${printUndefinable(value, isOpen, context)}`;
    }),
  ];
}

function printMember(member: Member, context: PrintContext): string {
  const { name, type, doc, readonly } = member;
  const missable = isMissable(member);
  const modifier = readonly ? "readonly " : "";
  const text = printUndefinable(type, missable && context.written, context);
  return `${context.bare ? "" : printDoc(doc)}${modifier}${propertyName(name)}${missable ? "?" : ""}: ${text}`;
}

function printUndefinable(type: TypeModel, undefinable: boolean, context: PrintContext): string {
  if (!undefinable || type.kind === "unknown") {
    return printType(type, context);
  }
  return type.kind === "never" ? "undefined" : `${printType(type, context)} | undefined`;
}

function isMissable({ optional, undefinable }: Member): boolean {
  return optional || undefinable;
}

function printEnum(name: string, { members }: EnumType): string {
  const lines = members.map(
    (member) =>
      `${printDoc(member.doc)}${propertyName(member.name)}: ${typeof member.value === "string" ? quote(member.value) : String(member.value)},`,
  );
  return `export const ${name} = {\n${indent(lines.join("\n"))}\n} as const;\nexport type ${name} = (typeof ${name})[keyof typeof ${name}];`;
}

function nameOf(id: string, { names }: PrintContext): string {
  const name = names.get(id);
  if (name === undefined) {
    throw new Error(`The declaration ${id} has no name.`);
  }
  return name;
}
