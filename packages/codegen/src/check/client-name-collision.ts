import { diagnose, messages } from "../diagnostics/messages.js";
import { clientNames } from "../naming/client-names.js";
import type { Rule } from "./rule.js";

/** Two Restate names that end in one module. File systems differ in whether case tells files apart, so it does not. */
export const clientNameCollision: Rule = (definitions) =>
  definitions.flatMap(({ name, range }, index) => {
    const { module } = clientNames(name);
    const other = definitions
      .slice(0, index)
      .find((one) => one.name !== name && clientNames(one.name).module === module);
    return other
      ? [name, other.name].map((definition) =>
          diagnose(messages.clientNameCollision(other.name, name, `${module}.ts`), {
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
