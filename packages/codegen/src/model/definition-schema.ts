import * as v from "valibot";

import { handlersOf, type Definition } from "./definition.js";
import { typeOf, type Handler, type ObjectHandler, type Payload } from "./handler.js";
import {
  declarationSchema,
  declareAll,
  docSchema,
  rangeSchema,
  typeSchema,
} from "./type-schema.js";

const access = v.picklist(["public", "private"]);

const typed = {
  type: typeSchema,
  serde: v.picklist(["json", "bytes"]),
  contentType: v.exactOptional(v.string()),
};

const payload: v.GenericSchema<Payload> = v.variant("presence", [
  v.object({ presence: v.literal("none") }),
  v.object({ presence: v.literal("optional"), ...typed }),
  v.variant("serde", [
    v.object({ presence: v.literal("required"), serde: v.literal("custom") }),
    v.object({ presence: v.literal("required"), ...typed }),
  ]),
]);

const handlerEntries = {
  name: v.string(),
  access,
  input: payload,
  output: payload,
  doc: v.exactOptional(docSchema),
  range: rangeSchema,
};

const handler: v.GenericSchema<Handler> = v.object(handlerEntries);

const objectHandler: v.GenericSchema<ObjectHandler> = v.object({
  ...handlerEntries,
  concurrency: v.picklist(["exclusive", "shared"]),
});

const registration = {
  name: v.string(),
  clientName: v.exactOptional(v.string()),
  access,
  doc: v.exactOptional(docSchema),
  declarations: v.array(declarationSchema),
  file: v.string(),
  range: rangeSchema,
};

const shape: v.GenericSchema<Definition> = v.variant("kind", [
  v.object({ ...registration, kind: v.literal("service"), handlers: v.array(handler) }),
  v.object({ ...registration, kind: v.literal("object"), handlers: v.array(objectHandler) }),
  v.object({
    ...registration,
    kind: v.literal("workflow"),
    run: handler,
    handlers: v.array(handler),
  }),
]);

/** What a definition has to look like that somebody else made, so that nothing later stumbles over it. */
export const definitionSchema: v.GenericSchema<Definition> = v.pipe(
  shape,
  v.check(
    (one) => isUnique(handlersOf(one).map(({ name }) => name)),
    "a definition without two handlers of one name",
  ),
  v.check(
    (one) => isUnique(one.declarations.map(({ id }) => id)),
    "a definition without two declarations of one id",
  ),
  v.check(declaresAll, "a definition that declares each type that it mentions"),
);

function isUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

function declaresAll(definition: Definition): boolean {
  const payloads = handlersOf(definition).flatMap(({ input, output }) => [input, output]);
  return declareAll(
    definition.declarations,
    payloads.flatMap((one) => typeOf(one) ?? []),
  );
}
