import { diagnose } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import type { Rule } from "./rule.js";

/** A name of the user's for a client, of which no names for a module, a function and an interface can be made. */
export const unusableClientName: Rule = (definitions) =>
  definitions.flatMap(({ name, clientName, range }) =>
    clientName === undefined || /^_*[a-zA-Z][\w.-]*$/.test(clientName)
      ? []
      : [diagnose(messages.unusableClientName(name, clientName), { range, definition: name })],
  );
