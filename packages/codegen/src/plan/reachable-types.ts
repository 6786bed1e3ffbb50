import { handlersOf, type Definition } from "../model/definition.js";
import { typeOf } from "../model/handler.js";
import { mentions } from "../model/mentions.js";
import type { TypeDeclaration, TypeModel } from "../model/type-model.js";

/** The declarations that public handlers mention, directly or through each other. */
export interface ReachableTypes {
  /** In the order of first mention, so that a module reads from the top. */
  readonly declarations: readonly TypeDeclaration[];
  /** The ids of those that occur in an input. */
  readonly written: ReadonlySet<string>;
}

/** Walks the payloads of a definition's public handlers. A private run is not called, but its result is seen. */
export function reachableTypes(definition: Definition): ReachableTypes {
  const byId = new Map(definition.declarations.map((one) => [one.id, one]));
  const reached = new Map<string, TypeDeclaration>();
  const written = new Set<string>();

  const visit = (type: TypeModel, seen: Set<string>): void => {
    for (const id of mentions(type)) {
      const declaration = byId.get(id);
      if (!declaration) {
        throw new Error(`The declaration ${id} is mentioned but missing.`);
      }
      reached.set(id, declaration);
      if (!seen.has(id)) {
        seen.add(id);
        if (declaration.body.kind !== "enum") {
          visit(declaration.body, seen);
        }
      }
    }
  };

  const read = new Set<string>();
  for (const { access, input, output } of handlersOf(definition)) {
    const isRun = definition.kind === "workflow";
    const [sent, received] = [typeOf(input), typeOf(output)];
    if (access === "public" && sent) {
      visit(sent, written);
    }
    if ((access === "public" || isRun) && received) {
      visit(received, read);
    }
  }
  return { declarations: [...reached.values()], written };
}
