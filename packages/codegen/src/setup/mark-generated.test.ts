import { expect, test } from "vitest";

import { markGenerated } from "./mark-generated.js";

const line = "src/clients/** text eol=lf linguist-generated\n";

test.each([
  ["an empty file", "", line],
  ["other lines", "*.png binary\n", `*.png binary\n${line}`],
  ["a last line without an end", "*.png binary", `*.png binary\n${line}`],
  ["the line itself", line, line],
  ["a line of the user's about the folder", "src/clients/** -diff\n", "src/clients/** -diff\n"],
  ["such a line from the top", "/src/clients/**\t-diff\r\n", "/src/clients/**\t-diff\r\n"],
  ["one about another folder", `web/${line}`, `web/${line}${line}`],
])("is said once, with %s", (_what, before, after) => {
  expect(markGenerated(before, ["src/clients"])).toBe(after);
});

test.each([
  ["my app/clients", '"my app/clients/**"'],
  ["app/[shop]/clients", "app/\\[shop]/clients/**"],
  ["app/[my shop]/clients", '"app/\\\\[my shop]/clients/**"'],
  ["#clients", "\\#clients/**"],
])("the folder %s is written so that Git takes it for its name", (folder, pattern) => {
  expect(markGenerated("", [folder])).toBe(`${pattern} text eol=lf linguist-generated\n`);
});
