import { pascalCase } from "change-case";

import type { Definition } from "../model/definition.js";
import type { Handler, ObjectHandler, Payload } from "../model/handler.js";
import type { TypeDeclaration } from "../model/type-model.js";
import { identifier } from "../naming/identifier.js";

/**
 * Names the payloads that are anonymous objects after their handler, `SearchInput` and `SearchOutput`, so that a
 * client reads as a list and callers can import what they build. A name of the user's is never replaced.
 */
export function namePayloads(definition: Definition): Definition {
  const declarations: TypeDeclaration[] = [];

  const named = (payload: Payload, handler: Handler, side: "Input" | "Output"): Payload => {
    if (
      payload.presence === "none" ||
      payload.serde === "custom" ||
      payload.type.kind !== "object" ||
      payload.type.members.length === 0
    ) {
      return payload;
    }
    const name = identifier(pascalCase(handler.name) + side);
    const id = `${definition.file}#${definition.name}.${handler.name} ${side}`;
    declarations.push({
      id,
      name,
      file: definition.file,
      anonymous: true,
      body: payload.type,
      range: handler.range,
    });
    return { ...payload, type: { kind: "reference", id } };
  };
  const rename = <One extends Handler | ObjectHandler>(handler: One): One => ({
    ...handler,
    input: named(handler.input, handler, "Input"),
    output: named(handler.output, handler, "Output"),
  });

  const renamed = renameHandlers(definition, rename);
  return { ...renamed, declarations: [...definition.declarations, ...declarations] };
}

function renameHandlers(
  definition: Definition,
  rename: <One extends Handler | ObjectHandler>(handler: One) => One,
): Definition {
  switch (definition.kind) {
    case "service":
      return { ...definition, handlers: definition.handlers.map(rename) };
    case "object":
      return { ...definition, handlers: definition.handlers.map(rename) };
    case "workflow":
      return {
        ...definition,
        run: rename(definition.run),
        handlers: definition.handlers.map(rename),
      };
  }
}
