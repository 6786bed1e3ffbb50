import type { ts } from "ts-morph";

import { messages } from "../../diagnostics/messages.js";
import type { ObjectType } from "../../model/type-model.js";
import { always, nothing, type TypeReader, type TypeRule } from "../type-reader.js";
import { typeSymbol } from "../type-symbol.js";

/** What JavaScript itself provides and JSON treats in its own way: dates, maps, errors, typed arrays. */
export const readBuiltin: TypeRule = (type, place, reader) => {
  const name = libraryName(type, reader);
  if (name === undefined) {
    return undefined;
  }
  if (name === "Date") {
    if (place.direction === "input") {
      reader.report(messages.dateInput, place);
    }
    return always({ kind: "date" });
  }
  if (name === "Function") {
    return nothing;
  }
  const boxed = boxes.get(name);
  if (boxed) {
    return always({ kind: boxed });
  }
  const lost = losses.find(({ names }) => names.test(name));
  if (!lost) {
    return undefined;
  }
  reader.report((path) => messages.lossyType(path, name, lost.wire), place);
  return always(lost.type);
};

const boxes: ReadonlyMap<string, "string" | "number" | "boolean"> = new Map([
  ["String", "string"],
  ["Number", "number"],
  ["Boolean", "boolean"],
]);

const emptyObject: ObjectType = {
  kind: "object",
  members: [],
  indexes: [{ key: { kind: "string" }, value: { kind: "never" } }],
};

const indexObject: ObjectType = {
  kind: "object",
  members: [],
  indexes: [{ key: { kind: "string" }, value: { kind: "number" } }],
};

const losses: readonly {
  readonly names: RegExp;
  readonly wire: string;
  readonly type: ObjectType;
}[] = [
  {
    names: /^(?:Int|Uint|Float)\d+(?:Clamped)?Array$/,
    wire: 'an object of numbers, `{ "0": 1, … }`',
    type: indexObject,
  },
  {
    names:
      /^(?:(?:Readonly|Weak)?(?:Map|Set)|RegExp|\w*Error|Promise|PromiseLike|ArrayBuffer|SharedArrayBuffer|DataView|WeakRef|Blob|File|FormData|Headers|Request|Response|ReadableStream|URLSearchParams|Iterator|Generator|AsyncGenerator)$/,
    wire: "`{}`",
    type: emptyObject,
  },
];

function libraryName(type: ts.Type, reader: TypeReader): string | undefined {
  const symbol = typeSymbol(type);
  return symbol?.declarations?.some((one) => reader.origin(one).owner === "library") === true
    ? symbol.name
    : undefined;
}
