import { printBlame, printRemedy, type Blame } from "../blame.js";
import { lowerableError, warning } from "../define-message.js";
import { article, capitalize, code } from "../wording.js";

/** About the types that handlers take and give. */
export const payloadMessages = {
  anyType: warning("RC206", {
    cause:
      "A value is declared `any`, or TypeScript has inferred it, as it does for what `JSON.parse` returns. Callers get `unknown`, which they have to check before they use it.",
    example: "any",
    fix: "Annotate it, or say `unknown` (`z.unknown()` in a schema) where every value is welcome.",
    message: (path: string, blame: Blame | undefined) =>
      `The type of ${path} is \`any\`, so callers get \`unknown\`` +
      (blame ? `: ${printBlame(blame)}.` : "."),
    fixHere: (_path, blame) => blame && printRemedy(blame),
  }),

  bigintType: lowerableError("RC207", {
    cause:
      "JSON has no such numbers, and `JSON.stringify` throws when it meets one, so the handler would fail. Where you have taught it otherwise, lower this: callers then get `unknown`.",
    example: "bigint.invalid",
    fix: "Use a `string` or a `number`, or a serde of your own.",
    message: (path: string) =>
      `The type of ${path} is \`bigint\`, which JSON cannot carry: \`JSON.stringify\` throws on it.`,
  }),

  lossyType: warning("RC208", {
    cause:
      "JSON turns instances of this class into something that has little to do with them. The client's type says what arrives, but hardly anybody wants that.",
    example: "lossy",
    fix: "Use a plain object or an array.",
    message: (path: string, type: string, wire: string) =>
      `${capitalize(path)} is ${article(type)} \`${type}\`, which JSON turns into ${wire}. The client's type says so, but it is hardly meant.`,
    fixHere: (_path, type) =>
      type === "Uint8Array"
        ? "Give the handler the serde `restate.serde.binary`, or send a string (base64)."
        : undefined,
  }),

  dateInput: warning("RC209", {
    cause:
      "A caller can only send a string, and nothing turns it into a `Date` before it reaches the handler, whose type says otherwise.",
    example: "date-input",
    fix: "Declare a `string` and parse it, or use a schema that does, such as `z.coerce.date()`.",
    message: (path: string) =>
      `${capitalize(path)} is a \`Date\`, but what arrives is a string: JSON has no dates.`,
  }),

  toJsonInput: warning("RC230", {
    cause:
      "The type has a `toJSON`, so what a caller sends is what that returns, and nothing makes an instance of it again before it reaches the handler.",
    example: "to-json-input",
    fix: "Declare what arrives and make the instance from it, or use a schema that does.",
    message: (path: string, type: string) =>
      `${capitalize(path)} is ${article(type)} ${code(type)}, but what arrives is what its \`toJSON\` returns.`,
  }),

  lostBase: warning("RC232", {
    cause:
      "A class extends one of JavaScript's own, such as `Error` or `Map`. JSON writes the fields that it adds, and nothing of what the base class holds, not even the message of an error.",
    example: "lost-base",
    fix: "Use a plain object with all that is to arrive, for example `{ code, message }`.",
    message: (path: string, type: string, base: string) =>
      `${capitalize(path)} is ${article(type)} ${code(type)}, of which JSON writes only what it adds to ${code(base)}.`,
  }),

  endlessType: warning("RC231", {
    cause:
      "A generic type contains itself with ever new type arguments, so it would take endless declarations to write it down.",
    example: "endless-type",
    fix: "Let the type contain itself with the type arguments that it has.",
    message: (path: string, type: string) =>
      `The type of ${path} is ${code(type)}, which contains itself in ever new forms, so callers get \`unknown\`.`,
  }),

  freeTypeParameter: warning("RC210", {
    cause:
      "The handler is generic. A call through HTTP carries no type arguments, so nobody can say what the parameter stands for.",
    example: "type-parameter",
    fix: "Give the handler a concrete type.",
    message: (path: string, name: string) =>
      `The type of ${path} is the type parameter \`${name}\`, which no caller can set through HTTP, so callers get \`unknown\`.`,
  }),

  unsupportedType: warning("RC215", {
    cause:
      "The type depends on something that is not decided here, such as a type parameter, so it cannot be written down in a module of its own.",
    example: "conditional-on-a-type-parameter",
    fix: "Use a concrete type.",
    message: (path: string, type: string) =>
      `The type of ${path} is ${code(type)}, which cannot be written down on its own, so callers get \`unknown\`.`,
  }),
};
