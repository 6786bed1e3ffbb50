import type { ts } from "ts-morph";

import { messages } from "../../diagnostics/messages.js";
import type { ObjectType } from "../../model/type-model.js";
import {
  always,
  nothing,
  type Place,
  type Reading,
  type TypeReader,
  type TypeRule,
} from "../type-reader.js";
import { typeSymbol } from "../type-symbol.js";
import { anything } from "./intrinsic.js";
import { isLibraryClass, isOfLibrary } from "./library-name.js";

/** What JavaScript and its platforms provide and JSON treats in its own way: maps, errors, typed arrays, boxes. */
export const readLibrary: TypeRule = (type, place, reader) => {
  const symbol = typeSymbol(type);
  if (!symbol || reader.checker.isArrayLikeType(type)) {
    return undefined;
  }
  const { name } = symbol;
  if (!isOfLibrary(symbol, reader) && !(isOfPlatform(symbol, reader) && web.test(name))) {
    return undefined;
  }
  const known = plain.get(name);
  if (known) {
    return known;
  }
  if (bigints.test(name)) {
    reader.report(messages.bigintType, place);
    return anything;
  }
  if (typedArrays.test(name)) {
    const wire = 'an object of numbers, `{ "0": 1, … }`';
    reportLoss(name, wire, place, reader);
    return always(objectOf({ kind: "number" }));
  }
  if (/^(?:Async)?Iterable$/.test(name)) {
    const text = reader.checker.typeToString(type);
    reader.report((path) => messages.unsupportedType(path, text), place);
    return anything;
  }
  if (isLibraryClass(symbol, reader) || web.test(name)) {
    reportLoss(name, "`{}`", place, reader);
    return always(objectOf({ kind: "never" }));
  }
  return undefined;
};

function reportLoss(name: string, wire: string, place: Place, reader: TypeReader): void {
  const isRefused = place.checked === true && place.direction === "input";
  reader.report(
    (path) =>
      isRefused ? messages.schemaRefuses(path, name) : messages.lossyType(path, name, wire),
    place,
  );
}

/** Types that JSON treats like others which have no class. */
const plain: ReadonlyMap<string, Reading> = new Map([
  ["String", always({ kind: "string" })],
  ["Number", always({ kind: "number" })],
  ["Boolean", always({ kind: "boolean" })],
  ["Object", always({ kind: "object", members: [], indexes: [] })],
  ["Function", nothing],
  ["CallableFunction", nothing],
  ["NewableFunction", nothing],
]);

const bigints = /^Big(?:Int|(?:Int|Uint)\d+Array)$/;

const typedArrays = /^(?:Int|Uint|Float)\d+(?:Clamped)?Array$/;

/** Classes of the web that a platform's own types may declare in TypeScript's place. */
const web =
  /^(?:AbortController|AbortSignal|Blob|Event|EventTarget|File|FormData|Headers|(?:Readable|Transform|Writable)Stream|Request|Response|Text(?:De|En)coder|URLSearchParams|WebSocket)$/;

function isOfPlatform(symbol: ts.Symbol, reader: TypeReader): boolean {
  return (symbol.declarations ?? []).some((one) => platforms.test(reader.origin(one).file));
}

const platforms =
  /^node_modules\/(?:@types\/(?:bun|deno|node)|bun-types|undici-types|@cloudflare\/workers-types)$/;

function objectOf(value: ObjectType["indexes"][number]["value"]): ObjectType {
  return {
    kind: "object",
    members: [],
    indexes: [{ key: { kind: "string" }, value, undefinable: false }],
  };
}
