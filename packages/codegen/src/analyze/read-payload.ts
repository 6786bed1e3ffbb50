import { ts, type Node } from "ts-morph";

import { messages } from "../diagnostics/messages.js";
import type { Payload, TypedPayload } from "../model/handler.js";
import { nameSchemas } from "./name-schemas.js";
import { readAccept } from "./read-accept.js";
import type { ReadSerde, SchemaSerde } from "./read-serde.js";
import { acceptsUndefined, schemaSide } from "./schema-side.js";
import type { Place, TypeReader } from "./type-reader.js";

/** One direction of a handler, as declared. */
export interface DeclaredPayload {
  /** The parameter's type, or what the returned promise resolves with; absent where there is no parameter. */
  readonly type: ts.Type | undefined;
  readonly serde: ReadSerde;
  /** Whether the parameter may be left out. */
  readonly optional: boolean;
  /** The handler's `accept` option, which says what the ingress lets in instead of the serde. */
  readonly accept?: Node | undefined;
  readonly place: Place;
}

/** Reads what travels in one direction: from the schema where there is one, else from the function's own types. */
export function readPayload(payload: DeclaredPayload, reader: TypeReader): Payload {
  const { serde, type, place } = payload;
  switch (serde.kind) {
    case "empty":
      return nothing;
    case "bytes":
      return sent(
        { presence: "required", type: { kind: "bytes" }, serde: "bytes" },
        payload,
        reader,
      );
    case "custom":
      return type ? readCustom(serde.node, place, reader) : nothing;
    case "schema":
      return readChecked(serde, payload, reader);
    case "json":
      return type ? readDeclared(type, payload, reader) : nothing;
  }
}

const nothing: Payload = { presence: "none" };

function readCustom(serde: Node, place: Place, reader: TypeReader): Payload {
  reader.report(messages.customSerde, { ...place, node: serde.compilerNode });
  return { presence: "required", serde: "custom" };
}

function readChecked(
  { node, maker }: SchemaSerde,
  payload: DeclaredPayload,
  reader: TypeReader,
): Payload {
  const place = { ...payload.place, node: node.compilerNode, hint: undefined, checked: true };
  const { checker } = reader;
  const schema = node.getType().compilerType;
  const isAny = (schema.flags & ts.TypeFlags.Any) !== 0;
  const type = isAny ? schema : schemaSide(schema, place.direction, checker);
  if (!type) {
    reader.report(messages.schemaUnreadable, place);
    return nothing;
  }
  nameSchemas(node, place, reader);
  const mayBeEmpty = place.direction === "input" && acceptsUndefined(schema, checker);
  const isRefused = mayBeEmpty && maker === "schema" && !payload.accept;
  const read = readJson(
    type,
    {
      ...payload,
      optional: mayBeEmpty,
      place: { ...place, silent: place.silent || isRefused },
    },
    reader,
  );
  if (isRefused && read.presence !== "none") {
    reader.report(messages.inputRefused, place);
    return nothing;
  }
  return read;
}

function readDeclared(type: ts.Type, payload: DeclaredPayload, reader: TypeReader): Payload {
  const isAnything = (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
  const optional = payload.optional || (isAnything && payload.place.direction === "input");
  return readJson(type, { ...payload, optional }, reader);
}

function readJson(type: ts.Type, payload: DeclaredPayload, reader: TypeReader): Payload {
  const { optional, place } = payload;
  const { type: model, undefinable } = reader.read(type, place);
  if (!model || (undefinable && model.kind === "never")) {
    return nothing;
  }
  // Whether something unknown may be left out, its type does not say.
  const mayBeEmpty = optional || (undefinable && model.kind !== "unknown");
  return sent(
    { presence: mayBeEmpty ? "optional" : "required", type: model, serde: "json" },
    payload,
    reader,
  );
}

/** Adds the content type of an input, where `accept` wants another one than the serde's. */
function sent(
  payload: TypedPayload,
  { accept: option, place }: DeclaredPayload,
  reader: TypeReader,
): Payload {
  const accept = readAccept(option, contentTypes[payload.serde]);
  switch (accept.kind) {
    case "own":
      return payload;
    case "other":
      return { ...payload, contentType: accept.contentType };
    case "unknown":
      reader.report(messages.acceptUnmatched, {
        ...place,
        node: option?.compilerNode ?? place.node,
      });
      return payload;
  }
}

const contentTypes = { json: "application/json", bytes: "application/octet-stream" } as const;
