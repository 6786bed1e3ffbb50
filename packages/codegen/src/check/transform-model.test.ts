import { describe, expect, test } from "vitest";

import type { Definition, Service } from "../model/definition.js";
import type { Handler, Payload } from "../model/handler.js";
import type { TypeModel } from "../model/type-model.js";
import { transformModel, type ModelTransform } from "./transform-model.js";

const range = { file: "a.ts", line: 1, column: 1, length: 1, text: "a" };

const returning = (type: TypeModel): Payload => ({ presence: "required", serde: "json", type });

const greet: Handler = {
  name: "greet",
  access: "public",
  input: { presence: "none" },
  output: returning({ kind: "reference", id: "a.ts#Greeting" }),
  range,
};

const greeter: Service = {
  kind: "service",
  name: "Greeter",
  access: "public",
  handlers: [greet],
  declarations: [
    {
      id: "a.ts#Greeting",
      name: "Greeting",
      file: "a.ts",
      body: { kind: "object", members: [], indexes: [] },
    },
  ],
  file: "a.ts",
  range,
};

const run = (transform: ModelTransform) => transformModel([greeter], transform);

describe("what is a model goes on", () => {
  test("as it is", async () => {
    expect(await run((definitions) => definitions)).toEqual({ definitions: [greeter] });
  });

  test("from a promise, with none in it", async () => {
    expect(await run(() => Promise.resolve([]))).toEqual({ definitions: [] });
  });

  test("in a copy: what the function changes and keeps is not ours", async () => {
    const before = structuredClone(greeter);
    const kept: Definition[] = [];
    const { definitions } = await run((all) => {
      const mutable = all as unknown as { name: string }[];
      mutable.forEach((one) => (one.name = "Other"));
      kept.push(...all);
      return mutable;
    });
    Object.assign(kept[0] ?? {}, { name: "Later" });
    expect(definitions?.map(({ name }) => name)).toEqual(["Other"]);
    expect(greeter).toEqual(before);
  });
});

describe("what is no model is said", () => {
  const withOutput = (output: unknown) => [{ ...greeter, handlers: [{ ...greet, output }] }];
  const withType = (type: unknown) => withOutput({ presence: "required", serde: "json", type });
  const circular: unknown[] = [];
  circular.push(circular);

  const cases: readonly (readonly [string, unknown, string])[] = [
    ["nothing", undefined, "it should be a list, but it is undefined."],
    ["one definition", greeter, "it should be a list, but it is Object."],
    ["no definition", [1], "`[0]` should be an object, but it is 1."],
    ["a missing member", [{ ...greeter, file: undefined }], '`[0].file` of "Greeter" is missing.'],
    [
      "a kind that is none",
      [{ ...greeter, kind: "server" }],
      '`[0].kind` of "Greeter" should be "service" or "object" or "workflow", but it is "server".',
    ],
    [
      "an object's handler",
      [{ ...greeter, kind: "object" }],
      '`[0].handlers[0].concurrency` of "Greeter" is missing.',
    ],
    [
      "a workflow without run",
      [{ ...greeter, kind: "workflow" }],
      '`[0].run` of "Greeter" is missing.',
    ],
    [
      "a payload that may be there",
      withOutput({ presence: "maybe" }),
      '`[0].handlers[0].output.presence` of "Greeter" should be "none" or "optional" or "required", but it is "maybe".',
    ],
    [
      "a payload without a type",
      withOutput({ presence: "required", serde: "json" }),
      '`[0].handlers[0].output.type` of "Greeter" is missing.',
    ],
    [
      "an unknown type",
      withType({ kind: "reference", id: "b.ts#B" }),
      '`[0]` of "Greeter" should be a definition that declares each type that it mentions.',
    ],
    [
      "a type deep inside",
      withType({ kind: "array", readonly: false, element: { kind: "lits" } }),
      '`[0].handlers[0].output.type.element.kind` of "Greeter" should be ',
    ],
    [
      "an empty union",
      withType({ kind: "union", types: [] }),
      '`[0].handlers[0].output.type.types` of "Greeter" should be a list with a type in it.',
    ],
    [
      "a number that is none",
      withType({ kind: "literal", value: Infinity }),
      '`[0].handlers[0].output.type.value` of "Greeter" should be ',
    ],
    [
      "a template without an end",
      withType({ kind: "template", texts: [], types: [] }),
      '`[0].handlers[0].output.type` of "Greeter" should be one text more than types.',
    ],
    [
      "two handlers of one name",
      [{ ...greeter, handlers: [greet, greet] }],
      '`[0]` of "Greeter" should be a definition without two handlers of one name.',
    ],
    [
      "a name that would not print",
      [{ ...greeter, declarations: greeter.declarations.map((one) => ({ ...one, name: "A {}" })) }],
      '`[0].declarations[0].name` of "Greeter" should be an identifier.',
    ],
  ];

  test.each(cases)("%s", async (_name, returned, flaw) => {
    const { problem } = await run(() => returned);
    expect(problem?.code).toBe("RC127");
    expect(problem?.message).toContain(`What \`transformModel\` returned is no model: ${flaw}`);
  });

  test.each([
    ["a list in itself", () => circular, "Converting circular structure"],
    [
      "an error",
      () => {
        throw new Error("no");
      },
      "`transformModel` failed: no",
    ],
  ])("%s", async (_name, transform: ModelTransform, message) => {
    const { problem } = await run(transform);
    expect(problem?.code).toBe("RC126");
    expect(problem?.message).toContain(message);
  });
});
