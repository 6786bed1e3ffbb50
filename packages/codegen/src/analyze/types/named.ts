import { ts } from "ts-morph";

import { titleOf } from "../place.js";
import { readDoc } from "../read-doc.js";
import { sourceRange } from "../source-range.js";
import type { TypeDeclaration } from "../../model/type-model.js";
import type { NamedType, Place, Reading, TypeReader, TypeRule } from "../type-reader.js";
import { declaredName, type DeclaredName } from "./declared-name.js";
import { readEnum } from "./enum.js";
import { nameOf } from "./type-label.js";
import { scopeOf } from "./scope-of.js";

/**
 * Everything that is declared once and mentioned by its name: interfaces, classes, enums and type aliases. What has no
 * name of its own but could contain itself, or be needed in several places, gets that of its place for now.
 */
export const readNamed: TypeRule = (type, place, reader) => {
  const known = reader.known.get(type);
  if (known) {
    const body = { ...place, title: known.name, within: [], hint: undefined };
    return reader.declare(known, place, () => reader.readBody(type, body));
  }
  const declared = declaredName(type, place.hint, reader);
  const named = declared && namedBy(declared, type, reader);
  if (named) {
    const isFixed = declared.arguments.length === 0;
    const body = { ...place, title: named.name, ...(isFixed && { within: [] }) };
    return reader.declare(named, place, () => readDeclared(type, declared, body, reader));
  }
  return declared || needsName(type, reader)
    ? reader.declare(namedByPlace(type, place, reader), place, () => reader.readBody(type, place))
    : undefined;
};

function namedBy(declared: DeclaredName, type: ts.Type, reader: TypeReader): NamedType | undefined {
  const { declaration, symbol } = declared;
  const name = nameOf(declared, reader);
  const scope = scopeOf(declaration);
  const doc = readDoc(symbol, reader.checker);
  const { file, owner } = reader.origin(declaration);
  const range = sourceRange(ts.getNameOfDeclaration(declaration) ?? declaration, reader.cwd);
  return name === undefined
    ? undefined
    : {
        type,
        name,
        file,
        ...(scope.length > 0 && { scope }),
        ...(doc && { doc }),
        ...(owner === "project" && { range }),
      };
}

function namedByPlace(type: ts.Type, place: Place, reader: TypeReader): NamedType {
  const { file } = reader.origin(place.node);
  return { type, name: titleOf(place), file, anonymous: true };
}

function readDeclared(
  type: ts.Type,
  { symbol, declaration }: DeclaredName,
  place: Place,
  reader: TypeReader,
): Reading<TypeDeclaration["body"]> {
  if (ts.isEnumDeclaration(declaration)) {
    return readEnum(symbol, reader);
  }
  const hint = ts.isTypeAliasDeclaration(declaration) ? declaration.type : undefined;
  return reader.readBody(type, { ...place, hint });
}

/** Objects, and unions with lists in them, `Json[] | string`, whose alias the checker may have lost. */
function needsName(type: ts.Type, { checker }: TypeReader): boolean {
  return type.isUnion()
    ? type.types.some((one) => checker.isArrayLikeType(one))
    : !checker.isArrayLikeType(type) && (type.flags & structured) !== 0;
}

const structured = ts.TypeFlags.Object | ts.TypeFlags.Intersection;
