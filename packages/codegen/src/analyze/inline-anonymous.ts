import type { Payload } from "../model/handler.js";
import { mapReferences } from "../model/map-references.js";
import type { ReferenceType, TypeDeclaration, TypeModel } from "../model/type-model.js";
import type { ReadHandler } from "./read-handler.js";

/** The handlers of a definition, and what their types mention. */
export interface ReadHandlers {
  readonly handlers: readonly ReadHandler[];
  readonly declarations: readonly TypeDeclaration[];
}

/**
 * Puts anonymous types back to where they stand. Only those keep a declaration that contain themselves, or that are
 * long and stand in several places, as the parts of a `DeepPartial` do.
 */
export function inlineAnonymous({ handlers, declarations }: ReadHandlers): ReadHandlers {
  const bodies = new Map(declarations.map(({ id, body, anonymous }) => [id, anonymous && body]));
  const mentions = countMentions({ handlers, declarations });
  const inlined = new Map<string, TypeModel>();
  const kept = new Set<string>();
  const open = new Set<string>();

  const inline = (type: TypeModel): TypeModel => mapReferences(type, replace);
  const replace = (reference: ReferenceType): TypeModel => {
    const { id } = reference;
    const body = bodies.get(id);
    if (!body || body.kind === "enum") {
      return reference;
    }
    if (open.has(id)) {
      kept.add(id);
      return reference;
    }
    open.add(id);
    const whole = inlined.get(id) ?? inline(body);
    open.delete(id);
    inlined.set(id, whole);
    if ((mentions.get(id) ?? 0) > 1 && weightOf(whole) > mostRepeated) {
      kept.add(id);
    }
    return kept.has(id) ? reference : whole;
  };

  return {
    handlers: handlers.map((one) => mapHandler(one, inline)),
    declarations: declarations
      .filter(({ id }) => mentions.has(id))
      .map((one) => inlineBody(one, inlined.get(one.id), inline))
      .filter(({ id, anonymous }) => !anonymous || kept.has(id)),
  };
}

/** So many parts are easier to read where they stand, even twice. */
const mostRepeated = 10;

function inlineBody(
  declaration: TypeDeclaration,
  inlined: TypeModel | undefined,
  inline: (type: TypeModel) => TypeModel,
): TypeDeclaration {
  const { body } = declaration;
  return body.kind === "enum" ? declaration : { ...declaration, body: inlined ?? inline(body) };
}

function mapHandler(
  { handler, ...facts }: ReadHandler,
  map: (type: TypeModel) => TypeModel,
): ReadHandler {
  const [input, output] = [mapPayload(handler.input, map), mapPayload(handler.output, map)];
  return { ...facts, handler: { ...handler, input, output } };
}

function mapPayload(payload: Payload, map: (type: TypeModel) => TypeModel): Payload {
  return payload.presence === "none" || payload.serde === "custom"
    ? payload
    : { ...payload, type: map(payload.type) };
}

/** How often each declaration is mentioned, by a payload or by another that is. */
function countMentions({ handlers, declarations }: ReadHandlers): ReadonlyMap<string, number> {
  const bodies = new Map(declarations.map(({ id, body }) => [id, body]));
  const counts = new Map<string, number>();
  const count = (type: TypeModel): TypeModel =>
    mapReferences(type, (reference) => {
      const { id } = reference;
      const before = counts.get(id) ?? 0;
      counts.set(id, before + 1);
      const body = before === 0 ? bodies.get(id) : undefined;
      if (body && body.kind !== "enum") {
        count(body);
      }
      return reference;
    });
  for (const one of handlers) {
    mapHandler(one, count);
  }
  return counts;
}

/** How many types a type consists of. */
function weightOf(type: TypeModel): number {
  switch (type.kind) {
    case "array":
      return 1 + weightOf(type.element);
    case "tuple":
      return 1 + sum(type.elements.map((one) => one.type));
    case "template":
    case "union":
      return 1 + sum(type.types);
    case "object":
      return (
        1 + sum([...type.members.map((one) => one.type), ...type.indexes.map((one) => one.value)])
      );
    default:
      return 1;
  }
}

function sum(types: readonly TypeModel[]): number {
  return types.reduce((total, type) => total + weightOf(type), 0);
}
