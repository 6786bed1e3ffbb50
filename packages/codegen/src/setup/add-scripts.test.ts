import { expect, test } from "vitest";

import { addScripts } from "./add-scripts.js";

const commands = { generate: "restate-codegen", check: "restate-codegen check" };

test("scripts are added behind those that are there, in the file's own layout", () => {
  const text =
    '{\n\t"name": "shop",\n\t"scripts": {\n\t\t"test": "vitest"\n\t},\n\t"type": "module"\n}';
  expect(addScripts(text, commands)).toEqual({
    text:
      '{\n\t"name": "shop",\n\t"scripts": {\n\t\t"test": "vitest",\n\t\t"generate": "restate-codegen",\n' +
      '\t\t"check": "restate-codegen check"\n\t},\n\t"type": "module"\n}',
    names: new Map([
      ["restate-codegen", "generate"],
      ["restate-codegen check", "check"],
    ]),
  });
});

test("line ends stay as they are", () => {
  const { text } = addScripts('{\r\n  "name": "shop"\r\n}\r\n', { check: "restate-codegen check" });
  expect(text).toBe(
    '{\r\n  "name": "shop",\r\n  "scripts": {\r\n    "check": "restate-codegen check"\r\n  }\r\n}\r\n',
  );
});

test.each([
  [
    "names that are taken",
    { generate: "prisma generate", check: "tsc" },
    ["generate:clients", "check:clients"],
  ],
  [
    "scripts that do it already",
    { clients: "restate-codegen", ci: "restate-codegen check" },
    ["clients", "ci"],
  ],
])("with %s", (_what, scripts, expected) => {
  const before = JSON.stringify({ scripts });
  const { text, names } = addScripts(before, commands);
  expect([...names.values()]).toEqual(expected);
  expect(JSON.parse(text)).toMatchObject({ scripts });
});

test("what has nothing to add stays byte for byte", () => {
  const text = '{ "scripts": { "generate": "restate-codegen", "check": "restate-codegen check" } }';
  expect(addScripts(text, commands).text).toBe(text);
});

test("where both names are taken, none is", () => {
  const scripts = { generate: "a", "generate:clients": "b", check: "c", "check:clients": "d" };
  const text = JSON.stringify({ scripts });
  expect(addScripts(text, commands)).toEqual({ text, names: new Map() });
});

test.each(["", "{", "[]", "null"])("a manifest that is none stays as it is: %j", (text) => {
  expect(addScripts(text, commands)).toEqual({ text, names: new Map() });
});
