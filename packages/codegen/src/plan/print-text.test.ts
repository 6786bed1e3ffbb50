import { expect, test } from "vitest";

import { lineComment, propertyName, quote, templateText } from "./print-text.js";

test.each([
  ["plain", '"plain"'],
  ['a "quote"', String.raw`"a \"quote\""`],
  ["a\nb\\", String.raw`"a\nb\\"`],
  ["\u2028\u2029", String.raw`"\u2028\u2029"`],
  ["</script>${x}`", '"</script>${x}`"'],
])("%j is quoted as %s", (text, expected) => {
  expect(quote(text)).toBe(expected);
});

test.each([
  ["name", "name"],
  ["$_1", "$_1"],
  ["b-c", '"b-c"'],
  ["0", '"0"'],
  ["", '""'],
  ["größe", '"größe"'],
])("the property %j is written %s", (name, expected) => {
  expect(propertyName(name)).toBe(expected);
});

test.each([
  ["user-", "user-"],
  ["`", "\\`"],
  ["${x}", "\\${x}"],
  ['"', '"'],
  ["\\\n", String.raw`\\\n`],
])("%j is written %s in a template", (text, expected) => {
  expect(templateText(text)).toBe(expected);
});

test.each([
  ["src/a.ts", "src/a.ts"],
  ["a\nexport const b = 1;", "a export const b = 1;"],
  ["a\u2028b", "a b"],
])("%j stays on one line", (text, expected) => {
  expect(lineComment(text)).toBe(expected);
});
