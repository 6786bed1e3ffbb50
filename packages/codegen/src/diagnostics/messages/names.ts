import { error, warning } from "../define-message.js";

/** About names in the clients. */
export const nameMessages = {
  clientNameCollision: error("RC301", {
    cause:
      "Two names that differ only in case or punctuation, or that `rename` makes alike, end in the same module, factory and interface.",
    example: "client-name-collision.invalid",
    fix: "Give one of the clients another name with the option `rename`, or rename one of the definitions.",
    message: (first: string, second: string, factory: string) =>
      `The clients of "${first}" and "${second}" would both be called \`${factory}\`.`,
  }),

  handlerRenamed: warning("RC302", {
    cause:
      "JavaScript asks every object for properties of a few names: it awaits what has a `then`, and prints through `toString`. In the client, a handler of such a name gets a `$`; on the wire it keeps its name.",
    example: "renamed-handlers",
    fix: "Nothing needs to be done; rename the handler if you prefer another name.",
    message: (handler: string, property: string) =>
      `The handler "${handler}" is called \`${property}\` in the client: a property called \`${handler}\` ` +
      "would change how JavaScript treats the client itself.",
  }),
};
