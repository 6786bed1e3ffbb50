import { ts } from "ts-morph";

import type { IndexSignature, Member } from "../../model/type-model.js";
import { inside } from "../place.js";
import { readDoc } from "../read-doc.js";
import { mergeDocs, readSchemaDoc } from "../schema-doc.js";
import { always, type Place, type TypeReader, type TypeRule } from "../type-reader.js";
import { coverMembers } from "./index-signatures.js";
import { isData } from "./is-data.js";
import { isReadonly } from "./is-readonly.js";
import { membersInOrder } from "./member-order.js";

/** Everything else that has members: the data that `JSON.stringify` finds on the value itself. */
export const readObject: TypeRule = (type, place, reader) =>
  always(
    coverMembers({
      kind: "object",
      members: membersInOrder(type, place.hint, reader.checker)
        .filter((member) => isData(member, type, reader))
        .flatMap((member) => readMember(member, place, reader)),
      indexes: reader.checker
        .getIndexInfosOfType(type)
        .flatMap((index) => readIndex(index, place, reader)),
    }),
  );

function readMember(member: ts.Symbol, place: Place, reader: TypeReader): Member[] {
  const { checker } = reader;
  const declaration = member.valueDeclaration ?? member.declarations?.[0];
  const hint = declaration && writtenType(declaration);
  const isOwn = declaration && reader.origin(declaration).owner === "project";
  const schema = isOwn && place.checked ? memberSchema(declaration) : undefined;
  const node = isOwn && !hint && (schema ?? ts.getNameOfDeclaration(declaration) ?? declaration);
  const { type, undefinable } = reader.read(checker.getTypeOfSymbol(member), {
    ...inside(place, `.${member.name}`, hint),
    ...(node && { node }),
  });
  if (!type) {
    return [];
  }
  const doc = mergeDocs(readDoc(member, checker), schema && readSchemaDoc(schema, checker));
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

/** The schema of a member, where the object of schemas is written out. */
function memberSchema(declaration: ts.Declaration): ts.Expression | undefined {
  if (ts.isShorthandPropertyAssignment(declaration)) {
    return declaration.name;
  }
  return ts.isPropertyAssignment(declaration) ? declaration.initializer : undefined;
}

function readIndex(index: ts.IndexInfo, place: Place, reader: TypeReader): IndexSignature[] {
  if (index.keyType.flags & ts.TypeFlags.ESSymbolLike) {
    return [];
  }
  const { type: value, undefinable } = reader.read(
    index.type,
    inside(place, "[key]", index.declaration?.type),
  );
  const { type: key } = reader.read(index.keyType, inside(place, "[key]"));
  return key && value ? [{ key, value, undefinable: undefinable && value.kind !== "unknown" }] : [];
}

function writtenType(declaration: ts.Declaration): ts.TypeNode | undefined {
  return ts.isPropertySignature(declaration) ||
    ts.isPropertyDeclaration(declaration) ||
    ts.isParameter(declaration)
    ? declaration.type
    : undefined;
}
