import type { ts } from "ts-morph";

import { messages } from "../diagnostics/messages.js";
import type { Payload } from "../model/handler.js";
import { schemaSide, type ReadSerde } from "./read-serde.js";
import type { Place, TypeReader } from "./type-reader.js";

/** One direction of a handler, as declared. */
export interface DeclaredPayload {
  /** The parameter's type, or what the returned promise resolves with; absent where there is no parameter. */
  readonly type: ts.Type | undefined;
  readonly serde: ReadSerde;
  /** Whether the parameter may be left out. */
  readonly optional: boolean;
  readonly place: Place;
}

/** Reads what travels in one direction: from the schema where there is one, else from the function's own types. */
export function readPayload(payload: DeclaredPayload, reader: TypeReader): Payload {
  const { serde, place, optional } = payload;
  switch (serde.kind) {
    case "empty":
      return { presence: "none" };
    case "bytes":
      return { presence: "required", type: { kind: "bytes" }, serde: "bytes" };
    case "custom":
      reader.report(messages.customSerde, { ...place, node: serde.node.compilerNode });
      return { presence: "none" };
    case "schema": {
      const type = schemaSide(serde.schema, place.direction, reader.checker);
      if (!type) {
        reader.report(messages.schemaUnreadable, { ...place, node: serde.node.compilerNode });
        return { presence: "none" };
      }
      return readJson(type, optional, { ...place, hint: undefined }, reader);
    }
    case "json":
      return payload.type ? readJson(payload.type, optional, place, reader) : { presence: "none" };
  }
}

function readJson(type: ts.Type, optional: boolean, place: Place, reader: TypeReader): Payload {
  const { type: model, undefinable } = reader.read(type, place);
  if (!model) {
    return { presence: "none" };
  }
  // An output of `unknown` has no more to say than `unknown`; an input of that type may be left out.
  const mayBeEmpty =
    optional || (undefinable && !(model.kind === "unknown" && place.direction === "output"));
  return { presence: mayBeEmpty ? "optional" : "required", type: model, serde: "json" };
}
