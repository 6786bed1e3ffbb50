import { expect, test } from "vitest";

import { usesColor } from "./uses-color.js";

test.each([
  ["a terminal", true, {}, true],
  ["a pipe", false, {}, false],
  ["a terminal that knows no colours", true, { TERM: "dumb" }, false],
  ["NO_COLOR", true, { NO_COLOR: "1" }, false],
  ["an empty NO_COLOR", true, { NO_COLOR: "" }, true],
  ["FORCE_COLOR and a pipe", false, { FORCE_COLOR: "1" }, true],
  ["FORCE_COLOR=3 and a pipe", false, { FORCE_COLOR: "3" }, true],
  ["an empty FORCE_COLOR and a pipe", false, { FORCE_COLOR: "" }, false],
  ["FORCE_COLOR=0", true, { FORCE_COLOR: "0" }, false],
  ["FORCE_COLOR=false", true, { FORCE_COLOR: "false" }, false],
  ["both", false, { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
])("with %s", (_what, isTerminal, env, expected) => {
  expect(usesColor(isTerminal, env)).toBe(expected);
});
