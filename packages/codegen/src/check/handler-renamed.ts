import { diagnose } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import { handlersOf } from "../model/definition.js";
import { handlerProperty } from "../naming/handler-property.js";
import type { Rule } from "./rule.js";

/** A handler whose name JavaScript gives a meaning of its own. */
export const handlerRenamed: Rule = (definitions) =>
  definitions.flatMap((definition) =>
    handlersOf(definition)
      .filter(({ name, access }) => access === "public" && handlerProperty(name) !== name)
      .map(({ name, range }) =>
        diagnose(messages.handlerRenamed(name, handlerProperty(name)), {
          range,
          definition: definition.name,
        }),
      ),
  );
