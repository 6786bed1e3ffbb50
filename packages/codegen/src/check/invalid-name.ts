import { diagnose } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import { handlersOf } from "../model/definition.js";
import { kindTitle } from "../model/kind-title.js";
import { handlerNameProblem, serviceNameProblem } from "../naming/restate-name.js";
import type { Rule } from "./rule.js";

/** A name that Restate refuses at registration, so that no call could ever reach it. */
export const invalidName: Rule = (definitions) =>
  definitions.flatMap((definition) => {
    const { name, kind, range } = definition;
    const problem = serviceNameProblem(name);
    return [
      ...(problem === undefined
        ? []
        : [
            diagnose(messages.invalidName(kindTitle[kind], name, problem), {
              range,
              definition: name,
            }),
          ]),
      ...handlersOf(definition).flatMap((handler) => {
        const reason = handlerNameProblem(handler.name);
        return reason === undefined
          ? []
          : [
              diagnose(messages.invalidName("handler", handler.name, reason), {
                range: handler.range,
                definition: name,
              }),
            ];
      }),
    ];
  });
