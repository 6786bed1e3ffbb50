import { error, lowerableError, warning } from "../define-message.js";
import { article } from "../wording.js";

/** About how payloads become bytes, and the schemas that check them. */
export const serdeMessages = {
  customSerde: warning("RC211", {
    cause:
      "What a serde of your own puts on the wire is only known to its code. So the client's factory takes it as an argument, and the client's types are those that the serde reads and writes.",
    example: "custom-serde",
    fix: "Make the serde known to callers, who pass it to the client's factory; or use `restate.serde.json`, `.binary`, `.empty`, or `.schema(…)`, which need no argument.",
    message: (path: string) =>
      `The wire format of ${path} is only known to its serde, so callers have to bring that serde.`,
  }),

  schemaUnreadable: error("RC212", {
    cause:
      "What a schema accepts is read from its Standard Schema types. This one has none, or its type says too little.",
    example: "schema-unreadable.invalid",
    fix: "Use a schema library that implements Standard Schema, such as zod 3.24 or newer, valibot or arktype.",
    message: (path: string) =>
      `The schema of ${path} does not say what type it accepts (it has no Standard Schema types).`,
  }),

  inputRefused: warning("RC250", {
    cause:
      "`restate.serde.schema` tries its schema with `undefined`. If the schema is content, the handler is registered as one without a body, and Restate's ingress refuses every call that has one. So the client offers no input.",
    example: "schema-takes-nothing",
    fix: 'Add `accept: "application/json"` to the handler\'s options, or make the schema refuse `undefined`.',
    message: (path: string) =>
      `The schema of ${path} accepts \`undefined\`, so the handler is registered as one without a body, and no caller can send any.`,
  }),

  schemaRefuses: warning("RC252", {
    cause:
      "The schema checks what JSON has made of the value, and JSON has no instances of this class. So nothing that arrives passes for one, and the call fails with a 400.",
    example: "schema-refuses",
    fix: "Take what JSON has, and make of it what you want: `z.coerce.date()`, `z.iso.datetime()`, `z.array(…)`, `z.record(…)`.",
    message: (path: string, type: string) =>
      `For its schema ${path} is ${article(type)} \`${type}\`, and nothing that arrives as JSON passes for one.`,
  }),

  uncertainInput: warning("RC253", {
    cause:
      "The type of a schema says what it takes, but not of this one: zod 4 says `unknown` where it coerces or preprocesses, and so does the annotation `z.ZodType<T>`.",
    example: "uncertain-input",
    fix: "Say it: `z.coerce.number<string>()`, `z.ZodType<Tree, Tree>`, `z.string().transform(…)`; or `z.unknown()` where every value is welcome.",
    message: (path: string) =>
      `The schema of ${path} does not say what it takes, so callers get \`unknown\`.`,
  }),

  serdeOfEndpoint: lowerableError("RC254", {
    cause:
      "An endpoint can give a serde to all that it serves, but which endpoint serves a definition is only known at run time. So the clients are written as if it were not there: for JSON.",
    example: "serde-of-endpoint.invalid",
    fix: "Give the serde to each definition, in its `options`, where the clients can follow it.",
    message: () =>
      "This serde is for all that the endpoint serves, but the clients are written as if it were JSON.",
  }),

  acceptUnmatched: warning("RC251", {
    cause:
      "The ingress compares a call's content type with the handler's `accept` option. It is only known at run time, or has a parameter (`; charset=utf-8`), which the ingress never matches. The client sends the content type of the serde.",
    example: "accept-unmatched",
    fix: "Use a content type without parameters, as a literal or a constant whose type is one.",
    message: (path: string) =>
      `No content type is known to match the \`accept\` option for ${path}, so calls may be refused.`,
  }),
};
