import { ts } from "ts-morph";

import type { IndexSignature, Member, ObjectType } from "../../model/type-model.js";
import { readDoc } from "../read-doc.js";
import {
  always,
  type NamedType,
  type Place,
  type TypeReader,
  type TypeRule,
} from "../type-reader.js";

/** Everything else that has members: the data that `JSON.stringify` finds on the value itself. */
export const readObject: TypeRule = (type, place, reader) => {
  const enclosing = reader.open.get(type);
  if (enclosing) {
    enclosing.recursive = true;
    return always(reader.refer(enclosing.named));
  }
  const self = { named: anonymous(type, place, reader), recursive: false };
  reader.open.set(type, self);
  const object = readMembers(type, place, reader);
  reader.open.delete(type);
  return self.recursive
    ? reader.declare(self.named, place, () => ({ body: object, undefinable: false }))
    : always(object);
};

function readMembers(type: ts.Type, place: Place, reader: TypeReader): ObjectType {
  const { checker } = reader;
  return {
    kind: "object",
    members: checker
      .getPropertiesOfType(type)
      .filter((member) => isData(member, reader))
      .flatMap((member) => readMember(member, place, reader)),
    indexes: checker.getIndexInfosOfType(type).flatMap((index) => readIndex(index, place, reader)),
  };
}

/** Whether JSON sees a member at all. Methods fall out by their type. */
function isData(member: ts.Symbol, reader: TypeReader): boolean {
  const name = String(member.escapedName);
  // The checker's names for symbol keys and for `#private` fields.
  if (name.startsWith("__@") || name.startsWith("__#")) {
    return false;
  }
  return (member.declarations ?? []).every((declaration) => {
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
    const onPrototype = ts.isAccessor(declaration) && ts.isClassLike(declaration.parent);
    // `message` and `stack` of an error are not enumerable.
    const ofError =
      ts.isInterfaceDeclaration(declaration.parent) &&
      declaration.parent.name.text === "Error" &&
      reader.origin(declaration).owner === "library";
    return !(ts.getCombinedModifierFlags(declaration) & hidden) && !onPrototype && !ofError;
  });
}

function readMember(member: ts.Symbol, place: Place, reader: TypeReader): Member[] {
  const { checker } = reader;
  const declaration = member.valueDeclaration ?? member.declarations?.[0];
  const hint = declaration && writtenType(declaration);
  const isOwn = declaration && reader.origin(declaration).owner === "project";
  const path = `${place.path}.${member.name}`;
  const { type, undefinable } = reader.read(checker.getTypeOfSymbol(member), {
    ...place,
    path,
    node: isOwn ? (hint ?? ts.getNameOfDeclaration(declaration) ?? declaration) : place.node,
    hint,
  });
  if (!type) {
    return [];
  }
  const doc = readDoc(member, checker);
  return [
    {
      name: member.name,
      type,
      optional: (member.flags & ts.SymbolFlags.Optional) !== 0,
      undefinable: undefinable && type.kind !== "unknown",
      readonly: isReadonly(member),
      ...(doc && { doc }),
    },
  ];
}

function readIndex(index: ts.IndexInfo, place: Place, reader: TypeReader): IndexSignature[] {
  if (index.keyType.flags & ts.TypeFlags.ESSymbolLike) {
    return [];
  }
  const hint = index.declaration?.type;
  const value = reader.read(index.type, { ...place, path: `${place.path}[key]`, hint });
  const key = reader.read(index.keyType, { ...place, hint: undefined }).type;
  // An `undefined` value is a missing key, which every index signature allows.
  return key && value.type ? [{ key, value: value.type }] : [];
}

function writtenType(declaration: ts.Declaration): ts.TypeNode | undefined {
  return ts.isPropertySignature(declaration) ||
    ts.isPropertyDeclaration(declaration) ||
    ts.isParameter(declaration)
    ? declaration.type
    : undefined;
}

/** As the checker decides it: by its own mark on what a mapped type made, else by the declaration. */
function isReadonly(member: ts.Symbol): boolean {
  const { links } = member as { readonly links?: { readonly checkFlags?: number } };
  const isMarked = ((links?.checkFlags ?? 0) & READONLY) !== 0;
  const declaration = member.valueDeclaration;
  const isDeclared =
    declaration !== undefined &&
    (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !== 0;
  return isMarked || isDeclared;
}

/** `CheckFlags.Readonly`, which the compiler does not export. */
const READONLY = 8;

/** An anonymous type that needs a name gets that of its place: `ListOutputChildren`. */
function anonymous(type: ts.Type, place: Place, reader: TypeReader): NamedType {
  const { handler, direction, path, node } = place;
  const [, ...members] = path.split(/\W+/).filter(Boolean);
  const name = [handler, direction, ...members]
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return { type, name, file: reader.origin(node).file };
}
