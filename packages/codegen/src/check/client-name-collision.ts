import { diagnose } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import { clientNames, type ClientNames } from "../naming/client-names.js";
import type { Rule } from "./rule.js";

/** Two definitions whose clients end in one module. File systems differ in whether case tells files apart, so it does not. */
export const clientNameCollision: Rule = (definitions) => {
  const named = definitions.map((definition) => ({ definition, ...clientNames(definition) }));
  return named.flatMap((one, index) => {
    const { name, range } = one.definition;
    const other = named
      .slice(0, index)
      .find((earlier) => earlier.definition.name !== name && collide(earlier, one))?.definition;
    return other
      ? [name, other.name].map((definition) =>
          diagnose(messages.clientNameCollision(other.name, name, one.factory), {
            range: definition === name ? range : other.range,
            related: [
              definition === name
                ? { message: `"${other.name}" is defined here.`, range: other.range }
                : { message: `"${name}" is defined here.`, range },
            ],
            definition,
          }),
        )
      : [];
  });
};

function collide(a: ClientNames, b: ClientNames): boolean {
  return a.module === b.module || a.factory === b.factory;
}
