import type { StandardSchemaV1 } from "@restatedev/restate-sdk-core";
import { expect, test } from "vitest";
import { serde } from "./serde.js";

/** A schema as a library may write one: with state, so that its method needs its `this`. */
class Capitals implements StandardSchemaV1.Props<string> {
  readonly version = 1;
  readonly vendor = "test";
  readonly #pattern = /^[A-Z]+$/;

  validate(value: unknown): StandardSchemaV1.Result<string> {
    return typeof value === "string" && this.#pattern.test(value)
      ? { value }
      : { issues: [{ message: "no capitals" }] };
  }
}

test("a schema validates with its own this", () => {
  const { serialize, deserialize } = serde.schema({ "~standard": new Capitals() });
  expect(deserialize(serialize("ABC"))).toBe("ABC");
  expect(() => deserialize(serialize("abc"))).toThrow("no capitals");
});
