import { diagnose } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import type { Rule } from "./rule.js";

/** Two definitions under one Restate name, of which the later would replace the earlier. */
export const duplicateDefinition: Rule = (definitions) =>
  definitions.flatMap(({ name, file, range }, index) => {
    const first = definitions.findIndex((other) => other.name === name);
    const other = definitions[first];
    return other && first < index
      ? [
          diagnose(messages.duplicateDefinition(name, file === other.file ? undefined : file), {
            range,
            related: [{ message: `"${name}" is defined here first.`, range: other.range }],
            definition: name,
          }),
        ]
      : [];
  });
