import type { Serde, serde as official, StandardSchemaV1 } from "@restatedev/restate-sdk-core";
import { decodeText } from "../serde.js";

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** JSON, where an empty body stands for `undefined`. */
class JsonSerde<T> implements Serde<T> {
  readonly contentType: string = "application/json";
  readonly jsonSchema?: object;

  /** The schema is for discovery alone. */
  constructor(jsonSchema?: object) {
    if (jsonSchema) {
      this.jsonSchema = jsonSchema;
    }
  }

  /** Writes a value. */
  serialize(value: T): Uint8Array {
    return writeJson(value);
  }

  /** Reads a value. */
  deserialize(data: Uint8Array): T {
    // What the caller declares is trusted to be what arrives.
    return readJson(data) as T;
  }

  /** Returns a serde that says in discovery what it reads. */
  schema<U>(schema: object): Serde<U> {
    return new JsonSerde(schema);
  }
}

/** The serdes of the SDK, for payloads that are not JSON, or are to be validated. */
export const serde: typeof official = {
  JsonSerde,
  json: new JsonSerde(),
  binary: {
    contentType: "application/octet-stream",
    serialize: (value) => value,
    deserialize: (data) => data,
  },
  empty: {
    serialize: (value) => {
      // Who ignores types may have passed something.
      check((value as unknown) === undefined, "There is to be no value.");
      return new Uint8Array(0);
    },
    deserialize: (data) => check(data.length === 0, "There is to be no body."),
  },
  schema: (schema, validateOptions) => {
    const standard = schema["~standard"];
    const forNothing = standard.validate(undefined);
    const isForNothing = !("then" in forNothing) && !forNothing.issues;
    return {
      ...(!isForNothing && { contentType: "application/json" }),
      serialize: writeJson,
      deserialize: (data) =>
        valueOf(standard.validate(readJson(data), { libraryOptions: validateOptions })),
    };
  },
};

function writeJson(value: unknown): Uint8Array {
  return value === undefined ? new Uint8Array(0) : new TextEncoder().encode(JSON.stringify(value));
}

function readJson(data: Uint8Array): unknown {
  return data.length > 0 ? JSON.parse(decodeText(data)) : undefined;
}

function check(is: boolean, otherwise: string): void {
  if (!is) {
    throw new TypeError(otherwise);
  }
}

type Validated<T> = ReturnType<StandardSchemaV1.Props<unknown, T>["validate"]>;

function valueOf<T>(validated: Validated<T>): T {
  if ("then" in validated) {
    throw new TypeError("A schema that validates asynchronously cannot read a result.");
  }
  if (validated.issues) {
    const issues = validated.issues.map(({ message, path = [] }) => {
      const keys = path.map((part) => String(typeof part === "object" ? part.key : part));
      return `${keys.length > 0 ? `${keys.join(".")}: ` : ""}${message}`;
    });
    throw new TypeError(`The schema refuses the result: ${issues.join("; ")}`);
  }
  return validated.value;
}
